import { ChannelType, type Message, MessageType, PermissionFlagsBits } from 'discord.js';
import type { CommandContext } from '../../bot/command.js';
import { parseOptions } from '../../bot/parse-options.js';
import type { Reply } from '../../bot/reply.js';
import type { Corpus } from '../../library/corpus.js';
import { phrase, type Wording } from '../../messages/phrase.js';
import { ASKING, type BotSettings, findAskCommand } from '../bot-settings.js';
import { chooseOffers, type Offers } from '../controls/offers.js';
import { mayWrite } from '../respond/may-write.js';
import { asReplyTo } from '../respond/reply-to-message.js';
import { respond } from '../respond/respond.js';
import type { Visit } from '../visit.js';
import { mentionsOurRole, readAsked } from './read-question.js';
import { countAnswers, readPrevious } from './reply-chain.js';
import { showTyping } from './typing.js';

/** Replies that tell nothing from the articles. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['nothing', 'refused', 'notice']);

/** Messages that people write; the others are Discord's own (joins, pins, boosts). */
const WRITTEN: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/** Answers behind a question by way of replies from which a thread is offered: it is the third follow-up. */
const THREAD_FROM = 3;

/** Answers a message that is for us (see `isForUs`): its text is the question. */
export async function handleMessage(message: Message, visit: Visit, settings: BotSettings): Promise<void> {
  const { channel } = message;
  if (!channel.isSendable()) return;
  await showTyping(
    () => channel.sendTyping(),
    settings.logger,
    () => answer(message, visit, settings, { isQuiet: false }),
  );
}

/** Answers a message that was put to nobody by name; says nothing if the articles say nothing. True if it answered. */
export async function answerQuietly(message: Message, visit: Visit, settings: BotSettings): Promise<boolean> {
  return mayWrite(message) && (await answer(message, visit, settings, { isQuiet: true }));
}

/** True if something was sent. */
async function answer(
  message: Message,
  visit: Visit,
  settings: BotSettings,
  { isQuiet }: { readonly isQuiet: boolean },
): Promise<boolean> {
  const asking = findAskCommand(settings.commands);
  if (asking === null) return false;
  const { command, maxLength } = asking;
  const stage = asReplyTo(message, visit.say, { isQuiet });
  const refuse = async (reason: Wording): Promise<boolean> => {
    if (!isQuiet) await stage.refuse(reason);
    return !isQuiet;
  };
  if (message.content === '' && mentionsOurRole(message))
    return refuse(phrase('discord.role-mentioned', { bot: message.client.user.displayName }));
  const question = await readAsked(message, maxLength);
  if (question === null)
    return refuse(phrase('discord.replied-unseen', { command: phrase('command.ask-about-message.name') }));
  const parsed = parseOptions(command, { [ASKING.option]: question });
  if (!parsed.ok) return refuse(explainRefusal(question, maxLength) ?? parsed.reason);
  const response = {
    command,
    options: parsed.values,
    visit,
    stage,
    event: { id: message.id, userId: message.author.id },
    findPrevious: (corpus: Corpus) => readPrevious(message, corpus),
    // What was said to nobody by name is often no question to the articles, so it is no gap either.
    isWanted: ({ kind }: Reply) => !isQuiet || !SAYS_NOTHING.has(kind),
    chooseOffers: (context: CommandContext) =>
      chooseMessageOffers(
        message,
        context,
        chooseOffers(message, command, { isPrivate: false, hasServer: context.server !== null }),
      ),
    isAsked: true,
  };
  return respond(response, settings);
}

/** What is wrong with a question, for who knows of no command and no option; null if that is something else. */
function explainRefusal({ length }: string, most: number): Wording | null {
  if (length === 0) return phrase('discord.no-question');
  return length > most ? phrase('discord.question-too-long', { most, length }) : null;
}

/** Tells of a failure where the question was asked. */
export function apologise(message: Message, reason: Wording, { say }: Pick<Visit, 'say'>): Promise<void> {
  return asReplyTo(message, say).refuse(reason);
}

/** Whether a person puts a message to us: a direct message, a mention of us or our role, or a reply that pings us. */
export function isForUs(message: Message): boolean {
  if (message.author.bot || message.webhookId !== null || !WRITTEN.includes(message.type)) return false;
  return !message.inGuild() || message.mentions.users.has(message.client.user.id) || mentionsOurRole(message);
}

/** A long exchange fills a channel that others use, so a thread is offered if one may be opened. */
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
