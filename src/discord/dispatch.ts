import {
  type Client,
  DiscordAPIError,
  Events,
  type Interaction,
  type Message,
  RESTJSONErrorCodes,
} from 'discord.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import { workAs } from '../scheduling/work-id.js';
import { isDiskFull } from '../store/disk-full.js';
import { ASK_ABOUT_MESSAGE } from './application-commands.js';
import { ASKING, type BotSettings } from './bot-settings.js';
import type { Outcome } from './bot-watch.js';
import { readCommandName } from './command-options.js';
import { handleAutocomplete } from './handle/handle-autocomplete.js';
import { handleCommand } from './handle/handle-command.js';
import { handleButton, handleSelect } from './handle/handle-component.js';
import { handleForm } from './handle/handle-form.js';
import { apologise, handleMessage, isForUs } from './handle/handle-message.js';
import { handleMessageMenu } from './handle/handle-message-menu.js';
import { handleOpenQuestion, mayBeOpen } from './handle/handle-open-question.js';
import { mayWrite } from './handle/may-write.js';
import { Presses } from './handle/presses.js';
import { refuseInstead, refusePrivately } from './handle/refuse.js';
import { checkMessage, refuseHaste } from './handle/refuse-haste.js';
import { sayTo } from './handle/say-to.js';
import { describeError } from './log-error.js';
import type { OngoingWork } from './ongoing-work.js';
import { Notices } from './pace/notices.js';

const FAILED = phrase('discord.failed');
const LEAVING = phrase('discord.leaving');

/** What goes with an interaction from its beginning. */
interface Arrival {
  readonly presses: Presses;
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
  const presses = new Presses();
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
    const command = nameCommand(interaction, settings);
    deal({ id: interaction.id, event: what.event, command }, () =>
      answerInteraction(interaction, settings, { presses, isLeaving, what }),
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
  { presses, isLeaving, what }: Arrival,
): Promise<Outcome> {
  const started = performance.now();
  try {
    let outcome: Outcome = 'answered';
    if (isLeaving && interaction.isRepliable()) {
      await refusePrivately(interaction, LEAVING, await sayTo(interaction, settings));
      outcome = 'leaving';
    } else if (await refuseHaste(interaction, settings)) outcome = 'refused';
    else await route(interaction, settings, presses);
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
    await tellFailure(interaction, error, settings).catch((second: unknown) =>
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
  try {
    if (isLeaving) await apologise(message, LEAVING, settings);
    else if (await refuseHastyMessage(message, settings, notices)) return 'refused';
    else await handleMessage(message, settings);
    settings.logger.info({ ...what, ms: since(started) }, 'answered');
    return isLeaving ? 'leaving' : 'answered';
  } catch (error) {
    settings.logger.error({ ...what, ms: since(started), error: describeError(error) }, 'failed to answer');
    await apologise(message, explain(error), settings).catch((second: unknown) =>
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

/** Tells who asks too fast to wait, once until they may ask again; true where the message is not to be answered. */
async function refuseHastyMessage(
  message: Message,
  settings: BotSettings,
  notices: Notices,
): Promise<boolean> {
  const reason = await checkMessage(message, settings);
  if (notices.isDue(message, reason !== null) && reason !== null) await apologise(message, reason, settings);
  return reason !== null;
}

async function route(interaction: Interaction, settings: BotSettings, presses: Presses): Promise<void> {
  if (interaction.isChatInputCommand()) return handleCommand(interaction, settings);
  if (interaction.isAutocomplete()) return handleAutocomplete(interaction, settings);
  if (interaction.isButton()) return handleButton(interaction, settings, presses);
  if (interaction.isStringSelectMenu()) return handleSelect(interaction, settings);
  if (interaction.isModalSubmit()) return handleForm(interaction, settings);
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === ASK_ABOUT_MESSAGE) {
    return handleMessageMenu(interaction, settings);
  }
  if (interaction.isRepliable()) {
    const say = await sayTo(interaction, settings);
    await refusePrivately(interaction, phrase('discord.unsupported'), say);
  }
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
async function tellFailure(interaction: Interaction, error: unknown, settings: BotSettings): Promise<void> {
  if (interaction.isAutocomplete()) {
    if (!interaction.responded) await interaction.respond([]);
    return;
  }
  if (!interaction.isRepliable()) return;
  const say = await sayTo(interaction, settings);
  const hasOwnReply = !interaction.isMessageComponent() || interaction.ephemeral === true;
  const hasPlace = interaction.deferred && hasOwnReply && !isMessageGone(error);
  await (hasPlace ? refuseInstead : refusePrivately)(interaction, explain(error), say);
}

/** The command of ours that an interaction names; whatever else a name could be is "other", and a press has none. */
function nameCommand(interaction: Interaction, { commands }: BotSettings): string {
  if (interaction.isMessageContextMenuCommand()) return ASKING.command;
  if (!interaction.isChatInputCommand() && !interaction.isAutocomplete()) return 'none';
  const name = readCommandName(interaction);
  return commands.some((command) => command.name === name) ? name : 'other';
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
