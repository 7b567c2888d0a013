import { type Client, Events, type Interaction } from 'discord.js';
import type { Command } from '../bot/command.js';
import { workAs } from '../scheduling/work-id.js';
import { answerInteraction } from './answer-interaction.js';
import { answerMessage, answerOpenQuestion } from './answer-message.js';
import { ASKING, type BotSettings, findAskCommand } from './bot-settings.js';
import type { Outcome } from './bot-watch.js';
import { readCommandName } from './command-options.js';
import { isForUs } from './handle/handle-message.js';
import { mayBeOpen } from './handle/handle-open-question.js';
import type { OngoingWork } from './ongoing-work.js';
import { Notices } from './pace/notices.js';

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
