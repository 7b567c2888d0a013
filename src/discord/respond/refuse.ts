import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes, type RepliableInteraction } from 'discord.js';
import type { Say, Wording } from '../../messages/phrase.js';
import { buildPlainMessage } from '../render/reply-message.js';

/** Says one sentence to the user alone; as a message of its own if the interaction has its acknowledgement. */
export async function refusePrivately(
  interaction: RepliableInteraction,
  reason: Wording,
  say: Say,
): Promise<void> {
  const message = {
    ...buildPlainMessage({ kind: 'refused', reason }, say),
    flags: [MessageFlags.Ephemeral, MessageFlags.IsComponentsV2],
  } as const;
  await (interaction.deferred || interaction.replied
    ? interaction.followUp(message)
    : interaction.reply(message));
}

/**
 * Says one sentence to the user alone in place of the reply that was announced. An announcement for all to see stays
 * so whatever is put there, so it is taken away.
 */
export async function refuseInstead(
  interaction: RepliableInteraction,
  reason: Wording,
  say: Say,
): Promise<void> {
  if (interaction.ephemeral === true) {
    await interaction.editReply(buildPlainMessage({ kind: 'refused', reason }, say));
    return;
  }
  await interaction.deleteReply().catch((error: unknown) => {
    // A moderator may have been quicker.
    if (!(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)) throw error;
  });
  await refusePrivately(interaction, reason, say);
}
