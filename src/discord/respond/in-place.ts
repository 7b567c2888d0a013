import {
  type APIMessageTopLevelComponent,
  type ButtonInteraction,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Say } from '../../messages/phrase.js';
import { componentsOf } from '../controls/read-exchange.js';
import type { ReplyMessage } from '../render/reply-message.js';
import { refusePrivately } from './refuse.js';
import type { Stage } from './stage.js';

/** What a message from before they were made of components must lose to become one of them, for good. */
const EMPTIED = { content: null, embeds: [] } as const;

/** An answer in place of the message that was pressed on, which is put back if there is none. */
export function inPlace(interaction: ButtonInteraction, say: Say): Stage {
  const { message } = interaction;
  const isOld = !message.flags.has(MessageFlags.IsComponentsV2);
  const before = componentsOf(message).map(nameFiles);
  let isOverwritten = false;
  const clear = async (): Promise<void> => {
    if (isOverwritten)
      await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: before });
  };
  return {
    announce: async () => {
      await interaction.deferUpdate();
    },
    showProgress: async (shown) => {
      // An old message could not be put back.
      if (isOld) return;
      isOverwritten = true;
      await interaction.editReply(shown);
    },
    show: async (shown: ReplyMessage) => {
      await interaction.editReply({ ...shown, ...(isOld ? EMPTIED : {}), attachments: [] });
    },
    refuse: async (reason) => {
      await clear();
      await refusePrivately(interaction, reason, say);
    },
    clear,
  };
}

/** The component with its files by name, as they are sent: Discord gives their addresses back. */
function nameFiles(component: APIMessageTopLevelComponent): APIMessageTopLevelComponent {
  if (component.type !== ComponentType.Container) return component;
  const components = component.components.map((inner) =>
    inner.type === ComponentType.File && inner.name !== undefined
      ? { type: inner.type, file: { url: `attachment://${inner.name}` } }
      : inner,
  );
  return { ...component, components };
}
