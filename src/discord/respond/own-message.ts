import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Say } from '../../messages/phrase.js';
import type { ReplyMessage } from '../render/reply-message.js';
import { refuseInstead } from './refuse.js';
import type { Stage } from './stage.js';

/** What may be answered in a message of its own: whatever a person does that runs a command. */
export type Repliable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction;

/** An answer in a message of its own, for all to see or for its user alone; a refusal is seen by its user alone. */
export function inOwnMessage(interaction: Repliable, isPrivate: boolean, say: Say): Stage {
  const show = async (message: ReplyMessage): Promise<void> => {
    await interaction.editReply(message);
  };
  return {
    announce: async () => {
      await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
    },
    showProgress: show,
    show,
    refuse: (reason) => refuseInstead(interaction, reason, say),
    // Whatever has failed is said there.
    clear: () => Promise.resolve(),
  };
}
