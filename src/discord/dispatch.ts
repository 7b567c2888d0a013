import { type Client, Events, type Interaction, type Message } from 'discord.js';
import { sayIn } from '../messages/say.js';
import { ASK_ABOUT_MESSAGE } from './application-commands.js';
import type { BotSettings } from './bot-settings.js';
import { handleAutocomplete } from './handle/handle-autocomplete.js';
import { handleCommand } from './handle/handle-command.js';
import { apologise, handleMessage, isForUs } from './handle/handle-message.js';
import { handleMessageMenu } from './handle/handle-message-menu.js';
import { handlePageButton } from './handle/handle-page-button.js';
import { refusePrivately } from './handle/refuse.js';
import { describeError } from './log-error.js';
import type { OngoingWork } from './ongoing-work.js';
import { buildPlainMessage } from './render/reply-message.js';

const FAILED = 'Something went wrong on my side, and it has been noted; please try again.';
const LEAVING = 'I am being restarted; please try again in a minute.';

/** Answers the client's events. Each is caught here once: the user gets a sentence, the log the cause. */
export function attachHandlers(client: Client, settings: BotSettings, work: OngoingWork): void {
  client.on(Events.InteractionCreate, (interaction) => {
    const what = describeInteraction(interaction);
    void work.run(() => answerInteraction(interaction, settings, work.isLeaving, what));
  });
  client.on(Events.MessageCreate, (message) => {
    if (isForUs(message)) void work.run(() => answerMessage(message, settings, work.isLeaving));
  });
}

async function answerInteraction(
  interaction: Interaction,
  settings: BotSettings,
  isLeaving: boolean,
  what: Readonly<Record<string, unknown>>,
): Promise<void> {
  const started = performance.now();
  try {
    if (isLeaving && interaction.isRepliable()) await refusePrivately(interaction, LEAVING);
    else await route(interaction, settings);
    settings.logger.info({ ...what, ms: since(started) }, 'answered');
  } catch (error) {
    settings.logger.error({ ...what, ms: since(started), error: describeError(error) }, 'failed to answer');
    await tellFailure(interaction).catch((second: unknown) =>
      settings.logger.warn({ ...what, error: describeError(second) }, 'could not tell the user of it'),
    );
  }
}

async function answerMessage(message: Message, settings: BotSettings, isLeaving: boolean): Promise<void> {
  const started = performance.now();
  const what = { event: 'message', id: message.id, guild: message.guildId };
  try {
    if (isLeaving) await apologise(message, { kind: 'refused', reason: LEAVING });
    else await handleMessage(message, settings);
    settings.logger.info({ ...what, ms: since(started) }, 'answered');
  } catch (error) {
    settings.logger.error({ ...what, ms: since(started), error: describeError(error) }, 'failed to answer');
    await apologise(message, { kind: 'refused', reason: FAILED }).catch((second: unknown) =>
      settings.logger.warn({ ...what, error: describeError(second) }, 'could not tell the user of it'),
    );
  }
}

async function route(interaction: Interaction, settings: BotSettings): Promise<void> {
  if (interaction.isChatInputCommand()) return handleCommand(interaction, settings);
  if (interaction.isAutocomplete()) return handleAutocomplete(interaction, settings);
  if (interaction.isButton()) return handlePageButton(interaction, settings);
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === ASK_ABOUT_MESSAGE) {
    return handleMessageMenu(interaction, settings);
  }
  if (interaction.isRepliable()) {
    await refusePrivately(interaction, 'This is not something that this version of the bot can do.');
  }
}

/** A command that waits for its reply gets the sentence as that reply; anything else keeps its message. */
async function tellFailure(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    if (!interaction.responded) await interaction.respond([]);
  } else if (interaction.isCommand() && interaction.deferred && !interaction.replied) {
    await interaction.editReply(buildPlainMessage({ kind: 'refused', reason: FAILED }, sayIn('en')));
  } else if (interaction.isRepliable()) {
    await refusePrivately(interaction, FAILED);
  }
}

function describeInteraction(interaction: Interaction): Readonly<Record<string, unknown>> {
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
