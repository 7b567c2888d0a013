import { MessageFlags, type RepliableInteraction } from 'discord.js';
import { buildPlainMessage } from './reply-message.js';

/** Says one sentence to the user alone; as a message of its own where the interaction has its acknowledgement. */
export async function refusePrivately(interaction: RepliableInteraction, reason: string): Promise<void> {
  const message = {
    ...buildPlainMessage({ kind: 'refused', reason }),
    flags: MessageFlags.Ephemeral,
  } as const;
  await (interaction.deferred || interaction.replied
    ? interaction.followUp(message)
    : interaction.reply(message));
}
