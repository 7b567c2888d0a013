import { type Client, Events, type Interaction, type Message } from 'discord.js';
import { phrase } from '../messages/phrase.js';
import { ASK_ABOUT_MESSAGE } from './application-commands.js';
import type { BotSettings } from './bot-settings.js';
import { handleAutocomplete } from './handle/handle-autocomplete.js';
import { handleCommand } from './handle/handle-command.js';
import { handleButton, handleSelect } from './handle/handle-component.js';
import { handleForm } from './handle/handle-form.js';
import { apologise, handleMessage, isForUs } from './handle/handle-message.js';
import { handleMessageMenu } from './handle/handle-message-menu.js';
import { Presses } from './handle/presses.js';
import { refuseInstead, refusePrivately } from './handle/refuse.js';
import { sayTo } from './handle/say-to.js';
import { describeError } from './log-error.js';
import type { OngoingWork } from './ongoing-work.js';

const FAILED = phrase('discord.failed');
const LEAVING = phrase('discord.leaving');

/** What goes with an interaction from its beginning. */
interface Arrival {
  readonly presses: Presses;
  readonly isLeaving: boolean;
  readonly what: Readonly<Record<string, unknown>>;
}

/** Answers the client's events. Each is caught here once: the user gets a sentence, the log the cause. */
export function attachHandlers(client: Client, settings: BotSettings, work: OngoingWork): void {
  const presses = new Presses();
  client.on(Events.InteractionCreate, (interaction) => {
    const what = describeInteraction(interaction);
    const { isLeaving } = work;
    void work.run(() => answerInteraction(interaction, settings, { presses, isLeaving, what }));
  });
  client.on(Events.MessageCreate, (message) => {
    if (isForUs(message)) void work.run(() => answerMessage(message, settings, work.isLeaving));
  });
}

async function answerInteraction(
  interaction: Interaction,
  settings: BotSettings,
  { presses, isLeaving, what }: Arrival,
): Promise<void> {
  const started = performance.now();
  try {
    if (isLeaving && interaction.isRepliable()) {
      await refusePrivately(interaction, LEAVING, await sayTo(interaction, settings));
    } else await route(interaction, settings, presses);
    settings.logger.info({ ...what, ms: since(started) }, 'answered');
  } catch (error) {
    settings.logger.error({ ...what, ms: since(started), error: describeError(error) }, 'failed to answer');
    await tellFailure(interaction, settings).catch((second: unknown) =>
      settings.logger.warn({ ...what, error: describeError(second) }, 'could not tell the user of it'),
    );
  }
}

async function answerMessage(message: Message, settings: BotSettings, isLeaving: boolean): Promise<void> {
  const started = performance.now();
  const what = { event: 'message', id: message.id, guild: message.guildId };
  try {
    if (isLeaving) await apologise(message, LEAVING, settings);
    else await handleMessage(message, settings);
    settings.logger.info({ ...what, ms: since(started) }, 'answered');
  } catch (error) {
    settings.logger.error({ ...what, ms: since(started), error: describeError(error) }, 'failed to answer');
    await apologise(message, FAILED, settings).catch((second: unknown) =>
      settings.logger.warn({ ...what, error: describeError(second) }, 'could not tell the user of it'),
    );
  }
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

/** Who waits for a reply gets the sentence as that reply; anything else keeps its message. */
async function tellFailure(interaction: Interaction, settings: BotSettings): Promise<void> {
  if (interaction.isAutocomplete()) {
    if (!interaction.responded) await interaction.respond([]);
    return;
  }
  if (!interaction.isRepliable()) return;
  const say = await sayTo(interaction, settings);
  const hasOwnReply = !interaction.isMessageComponent() || interaction.ephemeral === true;
  if (interaction.deferred && hasOwnReply) await refuseInstead(interaction, FAILED, say);
  else await refusePrivately(interaction, FAILED, say);
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
