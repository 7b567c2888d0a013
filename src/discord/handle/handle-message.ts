import { ChannelType, type Message, MessageType, PermissionFlagsBits, type Role } from 'discord.js';
import type { CommandContext } from '../../bot/command.js';
import { parseOptions } from '../../bot/parse-options.js';
import { cleanQuestion } from '../../language/clean-question.js';
import { isPointing } from '../../language/pointing-question.js';
import { phrase, type Say, type Wording } from '../../messages/phrase.js';
import { sayIn } from '../../messages/say.js';
import { ASKING, type BotSettings, findAskCommand } from '../bot-settings.js';
import { chooseOffers, type Offers } from '../controls/offers.js';
import { readMessagePlace } from '../place.js';
import { cutWords } from '../render/cut-words.js';
import { buildPlainMessage, buildReplyMessage, type ReplyMessage } from '../render/reply-message.js';
import { keepGap } from './keep-gap.js';
import { mayEmbed, mayReply, mayWrite } from './may-write.js';
import { namesShownIn, readForwarded, readText } from './read-question.js';
import { countAnswers, findReplied, readPrevious } from './reply-chain.js';
import { runCommand } from './run-command.js';
import { showTyping } from './typing.js';

/** Nobody is pinged, not even the person replied to, who is waiting for it anyway. */
const NO_PINGS = { parse: [], repliedUser: false } as const;

/** Replies that tell nothing from the articles. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['nothing', 'refused', 'notice']);

/** Messages that people write; the others are Discord's own (joins, pins, boosts). */
const WRITTEN: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/** Answers behind a question by way of replies from which a thread is offered: it is the third follow-up. */
const THREAD_FROM = 3;

/** Answers a message that is for us (see `isForUs`): its text is the question. */
export async function handleMessage(message: Message, settings: BotSettings): Promise<void> {
  const { channel } = message;
  if (!channel.isSendable()) return;
  await showTyping(
    () => channel.sendTyping(),
    settings.logger,
    () => answer(message, settings, { isQuiet: false }),
  );
}

/** Answers a message that was put to nobody by name; says nothing where the articles say nothing. True where it answered. */
export async function answerQuietly(message: Message, settings: BotSettings): Promise<boolean> {
  return mayWrite(message) && (await answer(message, settings, { isQuiet: true }));
}

/** True where something was sent. */
async function answer(
  message: Message,
  settings: BotSettings,
  { isQuiet }: { readonly isQuiet: boolean },
): Promise<boolean> {
  const asking = findAskCommand(settings.commands);
  if (asking === null) return false;
  const { command, maxLength } = asking;
  const place = await readMessagePlace(message, settings);
  const say = sayIn(place.language);
  if (message.content === '' && mentionsOurRole(message)) {
    const reason = phrase('discord.role-mentioned', { bot: message.client.user.displayName });
    await send(message, buildPlainMessage({ kind: 'refused', reason }, say), say);
    return true;
  }
  const question = await readAsked(message, maxLength);
  if (question === null) {
    const command = phrase('command.ask-about-message.name');
    const reason = phrase('discord.replied-unseen', { command });
    if (!isQuiet) await send(message, buildPlainMessage({ kind: 'refused', reason }, say), say);
    return !isQuiet;
  }
  const options = { [ASKING.option]: question };
  const parsed = parseOptions(command, options);
  if (!parsed.ok) {
    const reason = explainRefusal(question, maxLength) ?? parsed.reason;
    if (!isQuiet) await send(message, buildPlainMessage({ kind: 'refused', reason }, say), say);
    return !isQuiet;
  }
  const common = await settings.contextAt(place);
  const context = { ...common, previous: await readPrevious(message, common.corpus) };
  const { reply, isRepeatable } = await runCommand(command, parsed.values, context);
  // What was said to nobody by name is often no question to the articles, so it is no gap either.
  if (isQuiet && SAYS_NOTHING.has(reply.kind)) return false;
  const origin = { command: command.name, options: parsed.values, userId: message.author.id, isRepeatable };
  const offers = await chooseMessageOffers(
    message,
    context,
    chooseOffers(message, command, {
      isPrivate: false,
      hasServer: context.server !== null,
    }),
  );
  await send(message, buildReplyMessage(reply, origin, say, { offers }), say);
  await keepGap(settings, { command, reply, origin: message.id, context });
  return true;
}

/** What is wrong with a question, for who knows of no command and no option; null where that is something else. */
function explainRefusal({ length }: string, most: number): Wording | null {
  if (length === 0) return phrase('discord.no-question');
  return length > most ? phrase('discord.question-too-long', { most, length }) : null;
}

/** Tells of a failure where the question was asked. */
export async function apologise(message: Message, reason: Wording, settings: BotSettings): Promise<void> {
  const language = await readMessagePlace(message, settings).then(
    (place) => place.language,
    () => 'en' as const,
  );
  const say = sayIn(language);
  await send(message, buildPlainMessage({ kind: 'refused', reason }, say), say);
}

/** Whether a person puts a message to us: a direct message, a mention of us or our role, or a reply that pings us. */
export function isForUs(message: Message): boolean {
  if (message.author.bot || message.webhookId !== null || !WRITTEN.includes(message.type)) return false;
  return !message.inGuild() || message.mentions.users.has(message.client.user.id) || mentionsOurRole(message);
}

/** Whether it mentions the role that Discord has given us, which has our name; its text comes only with the Message Content intent. */
function mentionsOurRole(message: Message): boolean {
  const role = findOurRole(message);
  return role !== null && message.mentions.roles.has(role.id);
}

function findOurRole({ guild, client }: Message): Role | null {
  return guild?.roles.botRoleFor(client.user) ?? null;
}

/**
 * What a message asks: its own text or, where that only points to the message of somebody else that it replies to
 * ("is this true?"), that one's; null where that one's is hidden from bots, as it is without the Message Content intent.
 */
async function readAsked(message: Message, most: number): Promise<string | null> {
  const own = readQuestion(message);
  if (own !== '' && !isPointing(own)) return own;
  const replied = await findReplied(message);
  if (replied === null || replied.author.id === message.client.user.id) return own;
  const text = readText(replied);
  return text === '' ? null : cutWords(text, most);
}

/** The text without our mention; other mentions as the names they show. */
function readQuestion(message: Message): string {
  const { id } = message.client.user;
  const mention = new RegExp(`<@!?${id}>|<@&${findOurRole(message)?.id ?? id}>`, 'gu');
  const shown = message.content.replace(mention, ' ');
  const cleaned = cleanQuestion(shown, namesShownIn(message));
  return cleaned === '' ? readForwarded(message) : cleaned;
}

/** A long exchange fills a channel that others use, so a thread is offered where one may be opened. */
async function chooseMessageOffers(
  message: Message,
  { previous }: CommandContext,
  offers: Offers,
): Promise<Offers> {
  if (previous === null || !mayOpenThread(message)) return offers;
  return { ...offers, opensThread: (await countAnswers(message, THREAD_FROM)) >= THREAD_FROM };
}

function mayOpenThread({ channel, client }: Message): boolean {
  if (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement) return false;
  const needed = [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads];
  return channel.permissionsFor(client.user)?.has(needed) ?? false;
}

async function send(message: Message, reply: ReplyMessage, say: Say): Promise<void> {
  const shown = mayEmbed(message) ? reply : { content: say(phrase('discord.needs-embed-links')) };
  const body = { ...shown, allowedMentions: NO_PINGS };
  if (mayReply(message)) await message.reply({ ...body, failIfNotExists: false });
  else if (message.channel.isSendable()) await message.channel.send(body);
}
