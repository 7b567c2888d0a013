import { DiscordAPIError, type Interaction, RESTJSONErrorCodes } from 'discord.js';
import type { Command } from '../bot/command.js';
import { languageOf } from '../messages/language.js';
import { phrase, type Say } from '../messages/phrase.js';
import { sayIn } from '../messages/say.js';
import { ASK_ABOUT_MESSAGE } from './application-commands.js';
import type { BotSettings } from './bot-settings.js';
import type { Outcome } from './bot-watch.js';
import { explainFailure, isMessageGone } from './explain-failure.js';
import { handleAutocomplete } from './handle/handle-autocomplete.js';
import { handleCommand } from './handle/handle-command.js';
import { handleButton, handleSelect } from './handle/handle-component.js';
import { handleForm } from './handle/handle-form.js';
import { handleMessageMenu } from './handle/handle-message-menu.js';
import { refuseHaste } from './handle/refuse-haste.js';
import { describeError } from './log-error.js';
import { millisecondsSince } from './milliseconds-since.js';
import { refuseInstead, refusePrivately } from './respond/refuse.js';
import { readVisit, type Visit } from './visit.js';

/** What goes with an interaction from its beginning. */
interface Arrival {
  /** Undefined if it names none of ours. */
  readonly command: Command | undefined;
  readonly isLeaving: boolean;
  readonly what: Readonly<Record<string, unknown>>;
}

/** Answers an interaction; if that fails, its user gets a sentence and the log the cause. */
export async function answerInteraction(
  interaction: Interaction,
  settings: BotSettings,
  { command, isLeaving, what }: Arrival,
): Promise<Outcome> {
  const started = performance.now();
  const visiting = readVisit(interaction, command ?? null, settings);
  try {
    let outcome: Outcome = 'answered';
    if (isLeaving && interaction.isRepliable()) {
      await refusePrivately(interaction, phrase('discord.leaving'), await sayTo(interaction, visiting));
      outcome = 'leaving';
    } else {
      const visit = await visiting;
      if (await refuseHaste(interaction, visit, settings)) outcome = 'refused';
      else await route(interaction, visit, settings);
    }
    settings.logger.info({ ...what, ms: millisecondsSince(started) }, 'answered');
    return outcome;
  } catch (error) {
    if (interaction.isAutocomplete() && isUnknownInteraction(error)) {
      settings.logger.debug({ ...what, ms: millisecondsSince(started) }, 'choices came too late');
      return 'late';
    }
    if (isMessageGone(error))
      settings.logger.info({ ...what, ms: millisecondsSince(started) }, 'the message was deleted meanwhile');
    else
      settings.logger.error(
        { ...what, ms: millisecondsSince(started), error: describeError(error) },
        'failed to answer',
      );
    await tellFailure(interaction, error, visiting).catch((second: unknown) =>
      settings.logger.warn({ ...what, error: describeError(second) }, 'could not tell the user of it'),
    );
    return 'failed';
  }
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
  await (hasPlace ? refuseInstead : refusePrivately)(interaction, explainFailure(error), say);
}

/** Says phrases in the language of whoever acts; in that of their Discord if the server's settings cannot be had. */
function sayTo({ locale }: Interaction, visiting: Promise<Visit>): Promise<Say> {
  return visiting.then(
    ({ say }) => say,
    () => sayIn(languageOf(locale)),
  );
}
