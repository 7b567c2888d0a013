import {
  type Client,
  DiscordAPIError,
  Events,
  type Interaction,
  type Message,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Command } from '../bot/command.js';
import { languageOf } from '../messages/language.js';
import { type Phrase, phrase, type Say } from '../messages/phrase.js';
import { sayIn } from '../messages/say.js';
import { workAs } from '../scheduling/work-id.js';
import { isDiskFull } from '../store/disk-full.js';
import { ASK_ABOUT_MESSAGE } from './application-commands.js';
import { ASKING, type BotSettings, findAskCommand } from './bot-settings.js';
import type { Outcome } from './bot-watch.js';
import { readCommandName } from './command-options.js';
import { handleAutocomplete } from './handle/handle-autocomplete.js';
import { handleCommand } from './handle/handle-command.js';
import { handleButton, handleSelect } from './handle/handle-component.js';
import { handleForm } from './handle/handle-form.js';
import { apologise, handleMessage, isForUs } from './handle/handle-message.js';
import { handleMessageMenu } from './handle/handle-message-menu.js';
import { handleOpenQuestion, mayBeOpen } from './handle/handle-open-question.js';
import { checkMessage, refuseHaste } from './handle/refuse-haste.js';
import { describeError } from './log-error.js';
import type { OngoingWork } from './ongoing-work.js';
import { Notices } from './pace/notices.js';
import { mayWrite } from './respond/may-write.js';
import { refuseInstead, refusePrivately } from './respond/refuse.js';
import { readMessageVisit, readVisit, type Visit } from './visit.js';

const FAILED = phrase('discord.failed');
const LEAVING = phrase('discord.leaving');

/** What goes with an interaction from its beginning. */
interface Arrival {
  /** Undefined where it names none of ours. */
  readonly command: Command | undefined;
  readonly isLeaving: boolean;
  readonly what: Readonly<Record<string, unknown>>;
}

/** An event that is dealt with: its id, its sort, and which of the bot's commands it is for. */
interface DealtWith {
  readonly id: string;
  readonly event: string;
  readonly command: string;
}

/** Answers the client's events. Each is caught here once: the user gets a sentence, the log the cause. */
export function attachHandlers(client: Client, settings: BotSettings, work: OngoingWork): void {
  const notices = new Notices();
  /** Deals with an event under its own id, and tells what came of it; null is for what was not ours to answer. */
  const deal = (event: DealtWith, answer: () => Promise<Outcome | null>): void => {
    const started = performance.now();
    const dealing = async (): Promise<void> => {
      const outcome = await answer();
      if (outcome !== null)
        settings.watch?.interaction(event.event, event.command, outcome, performance.now() - started);
    };
    void work.run(() => workAs(event.id, dealing));
  };
  client.on(Events.InteractionCreate, (interaction) => {
    const what = describeInteraction(interaction);
    const { isLeaving } = work;
    const command = findNamed(interaction, settings);
    deal({ id: interaction.id, event: what.event, command: nameForWatch(interaction, command) }, () =>
      answerInteraction(interaction, settings, { command, isLeaving, what }),
    );
  });
  client.on(Events.MessageCreate, (message) => {
    const { id } = message;
    if (isForUs(message))
      deal({ id, event: 'message', command: ASKING.command }, () =>
        answerMessage(message, settings, { notices, isLeaving: work.isLeaving }),
      );
    else if (settings.isReadingMessages && !work.isLeaving && mayBeOpen(message)) {
      deal({ id, event: 'open question', command: ASKING.command }, () =>
        answerOpenQuestion(message, settings),
      );
    }
  });
}

async function answerInteraction(
  interaction: Interaction,
  settings: BotSettings,
  { command, isLeaving, what }: Arrival,
): Promise<Outcome> {
  const started = performance.now();
  const visiting = readVisit(interaction, command ?? null, settings);
  try {
    let outcome: Outcome = 'answered';
    if (isLeaving && interaction.isRepliable()) {
      await refusePrivately(interaction, LEAVING, await sayTo(interaction, visiting));
      outcome = 'leaving';
    } else {
      const visit = await visiting;
      if (await refuseHaste(interaction, visit, settings)) outcome = 'refused';
      else await route(interaction, visit, settings);
    }
    settings.logger.info({ ...what, ms: since(started) }, 'answered');
    return outcome;
  } catch (error) {
    if (interaction.isAutocomplete() && isUnknownInteraction(error)) {
      settings.logger.debug({ ...what, ms: since(started) }, 'choices came too late');
      return 'late';
    }
    if (isMessageGone(error))
      settings.logger.info({ ...what, ms: since(started) }, 'the message was deleted meanwhile');
    else
      settings.logger.error({ ...what, ms: since(started), error: describeError(error) }, 'failed to answer');
    await tellFailure(interaction, error, visiting).catch((second: unknown) =>
      settings.logger.warn({ ...what, error: describeError(second) }, 'could not tell the user of it'),
    );
    return 'failed';
  }
}

async function answerMessage(
  message: Message,
  settings: BotSettings,
  { notices, isLeaving }: { readonly notices: Notices; readonly isLeaving: boolean },
): Promise<Outcome | null> {
  const started = performance.now();
  const what = { event: 'message', id: message.id, guild: message.guildId };
  if (!mayWrite(message)) {
    settings.logger.info({ ...what, channel: message.channelId }, 'may not write where it was asked');
    return null;
  }
  const visiting = readMessageVisit(message, settings);
  const apologiseFor = async (reason: Phrase): Promise<void> =>
    apologise(message, reason, await visiting.catch(() => ({ say: sayIn('en') })));
  try {
    if (isLeaving) await apologiseFor(LEAVING);
    else {
      const visit = await visiting;
      if (await refuseHastyMessage(message, visit, settings, notices)) return 'refused';
      await handleMessage(message, visit, settings);
    }
    settings.logger.info({ ...what, ms: since(started) }, 'answered');
    return isLeaving ? 'leaving' : 'answered';
  } catch (error) {
    settings.logger.error({ ...what, ms: since(started), error: describeError(error) }, 'failed to answer');
    await apologiseFor(explain(error)).catch((second: unknown) =>
      settings.logger.warn({ ...what, error: describeError(second) }, 'could not tell the user of it'),
    );
    return 'failed';
  }
}

/** Nobody asked by name, so nobody is told of a failure; the log is. */
async function answerOpenQuestion(message: Message, settings: BotSettings): Promise<Outcome | null> {
  const started = performance.now();
  const what = { event: 'open question', id: message.id, guild: message.guildId };
  try {
    const isAnswered = await handleOpenQuestion(message, settings);
    if (isAnswered) settings.logger.info({ ...what, ms: since(started) }, 'answered');
    return isAnswered ? 'answered' : null;
  } catch (error) {
    settings.logger.error({ ...what, ms: since(started), error: describeError(error) }, 'failed to answer');
    return 'failed';
  }
}

/** Tells who asks too fast to wait, once until they may ask again; true if the message is not to be answered. */
async function refuseHastyMessage(
  message: Message,
  visit: Visit,
  settings: BotSettings,
  notices: Notices,
): Promise<boolean> {
  const reason = checkMessage(message, visit, settings);
  if (notices.isDue(message, reason !== null) && reason !== null) await apologise(message, reason, visit);
  return reason !== null;
}

async function route(interaction: Interaction, visit: Visit, settings: BotSettings): Promise<void> {
  if (interaction.isChatInputCommand()) return handleCommand(interaction, visit, settings);
  if (interaction.isAutocomplete()) return handleAutocomplete(interaction, visit, settings);
  if (interaction.isButton()) return handleButton(interaction, visit, settings);
  if (interaction.isStringSelectMenu()) return handleSelect(interaction, visit, settings);
  if (interaction.isModalSubmit()) return handleForm(interaction, visit, settings);
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === ASK_ABOUT_MESSAGE) {
    return handleMessageMenu(interaction, visit, settings);
  }
  if (interaction.isRepliable()) await refusePrivately(interaction, phrase('discord.unsupported'), visit.say);
}

/** Whether Discord waits no more for an answer: it does not for choices once somebody has typed on or looked away. */
function isUnknownInteraction(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInteraction;
}

/** Whether the message that was to show something, or that was pressed on, has been deleted: that is nobody's failure. */
function isMessageGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage;
}

/** What is said of a failure to whoever waits. */
function explain(error: unknown): Phrase {
  if (isMessageGone(error)) return phrase('discord.message-gone');
  return isDiskFull(error) ? phrase('discord.disk-full') : FAILED;
}

/** Who waits for a reply gets the sentence as that reply; anything else keeps its message. */
async function tellFailure(
  interaction: Interaction,
  error: unknown,
  visiting: Promise<Visit>,
): Promise<void> {
  if (interaction.isAutocomplete()) {
    if (!interaction.responded) await interaction.respond([]);
    return;
  }
  if (!interaction.isRepliable()) return;
  const say = await sayTo(interaction, visiting);
  const hasOwnReply = !interaction.isMessageComponent() || interaction.ephemeral === true;
  const hasPlace = interaction.deferred && hasOwnReply && !isMessageGone(error);
  await (hasPlace ? refuseInstead : refusePrivately)(interaction, explain(error), say);
}

/** Says phrases in the language of whoever acts; in that of their Discord where the server's settings cannot be had. */
function sayTo({ locale }: Interaction, visiting: Promise<Visit>): Promise<Say> {
  return visiting.then(
    ({ say }) => say,
    () => sayIn(languageOf(locale)),
  );
}

/** The command of ours that an interaction names; undefined for a press or a form, and for one that is not there. */
function findNamed(interaction: Interaction, { commands }: BotSettings): Command | undefined {
  if (interaction.isMessageContextMenuCommand()) return findAskCommand(commands)?.command;
  if (!interaction.isChatInputCommand() && !interaction.isAutocomplete()) return undefined;
  const named = readCommandName(interaction);
  return commands.find(({ name }) => name === named);
}

/** What the watch is told of it: whatever else a name could be is "other", and a press has none. */
function nameForWatch(interaction: Interaction, command: Command | undefined): string {
  if (interaction.isMessageContextMenuCommand()) return ASKING.command;
  return command?.name ?? (interaction.isCommand() || interaction.isAutocomplete() ? 'other' : 'none');
}

function describeInteraction(
  interaction: Interaction,
): Readonly<Record<string, unknown>> & { readonly event: string } {
  const { id, guildId } = interaction;
  const name = 'commandName' in interaction ? { command: interaction.commandName } : {};
  const event = interaction.isAutocomplete()
    ? 'autocomplete'
    : interaction.isCommand()
      ? 'command'
      : 'component';
  return { event, ...name, id, guild: guildId };
}

function since(started: number): number {
  return Math.round(performance.now() - started);
}
