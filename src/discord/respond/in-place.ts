import type { ButtonInteraction } from 'discord.js';
import type { Say } from '../../messages/phrase.js';
import type { ReplyMessage } from '../render/reply-message.js';
import { refusePrivately } from './refuse.js';
import type { Stage } from './stage.js';

/** An answer in place of the message that was pressed on, which is put back where there is none. */
export function inPlace(interaction: ButtonInteraction, say: Say): Stage {
  const { message } = interaction;
  const before = {
    embeds: message.embeds.map((embed) => embed.toJSON()),
    components: message.components.map((component) => component.toJSON()),
  };
  let isOverwritten = false;
  const clear = async (): Promise<void> => {
    if (isOverwritten) await interaction.editReply(before);
  };
  const show = async (shown: ReplyMessage): Promise<void> => {
    isOverwritten = true;
    await interaction.editReply({ ...shown, attachments: [] });
  };
  return {
    announce: async () => {
      await interaction.deferUpdate();
    },
    showProgress: show,
    show,
    refuse: async (reason) => {
      await clear();
      await refusePrivately(interaction, reason, say);
    },
    clear,
  };
}
