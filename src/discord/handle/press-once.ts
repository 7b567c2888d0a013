import type { ButtonInteraction } from 'discord.js';
import type { Phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { refusePrivately } from '../respond/refuse.js';
import type { Visit } from '../visit.js';

/** What a button does by itself, without a command. */
export interface PressedWork {
  /** What is against it; null for nothing. */
  readonly objection: Phrase | null;
  readonly work: () => Promise<void>;
  /** What whoever presses is told while another press does it, or after it is done. */
  readonly taken: Phrase;
  /** Whether it is done once only, and not again after it has ended. */
  readonly isOnce: boolean;
}

/** Does what a button does, unless something is against it or it is being done; whoever presses is told so alone. */
export async function pressOnce(
  interaction: ButtonInteraction,
  { say }: Visit,
  { presses }: BotSettings,
  { objection, work, taken, isOnce }: PressedWork,
): Promise<void> {
  if (objection !== null) return refusePrivately(interaction, objection, say);
  const isDone = await presses.do(interaction, work, { isOnce });
  if (!isDone) await refusePrivately(interaction, taken, say);
}
