import {
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
  ComponentType,
  type Message,
  type MessageComponentInteraction,
  type MessageCreateOptions,
  MessageFlags,
} from 'discord.js';
import { buildText } from '../render/container.js';
import { decodePageState, type PageState, readPageButton } from './page-state.js';

/** The state that the page buttons of a message hold; null if it has none that can be read. */
export function readPageState({ message }: Pick<MessageComponentInteraction, 'message'>): PageState | null {
  for (const component of message.components) {
    if (component.type !== ComponentType.ActionRow) continue;
    const ids = component.components.flatMap(({ customId }) => customId ?? []);
    if (ids.some((id) => readPageButton(id) !== null)) return decodePageState(ids);
  }
  return null;
}

/** The rows of a message with the button of this custom_id changed, or taken away if nothing takes its place. */
export function changeButton(
  { components }: Pick<Message, 'components'>,
  customId: string,
  change: (button: APIButtonComponentWithCustomId) => APIButtonComponentWithCustomId | null,
): APIMessageTopLevelComponent[] {
  return components.flatMap((component): APIMessageTopLevelComponent[] => {
    const row = component.toJSON();
    if (row.type !== ComponentType.ActionRow) return [row];
    const inner = row.components.flatMap((button) => {
      const isMeant =
        button.type === ComponentType.Button && 'custom_id' in button && button.custom_id === customId;
      return isMeant ? (change(button) ?? []) : [button];
    });
    return inner.length === 0 ? [] : [{ ...row, components: inner }];
  });
}

/** What a message is edited with to have other components. */
export function redraw(
  { flags }: Pick<Message, 'flags'>,
  components: readonly APIMessageTopLevelComponent[],
): {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags?: MessageFlags.IsComponentsV2;
} {
  return flags.has(MessageFlags.IsComponentsV2)
    ? { components, flags: MessageFlags.IsComponentsV2 }
    : { components };
}

/** What another message is sent with that shows the same below a sentence; of one from before they were made of components, its embeds. */
export function precede(
  { flags, embeds }: Pick<Message, 'flags' | 'embeds'>,
  components: readonly APIMessageTopLevelComponent[],
  sentence: string,
): Pick<MessageCreateOptions, 'content' | 'embeds' | 'components'> & {
  readonly flags?: MessageFlags.IsComponentsV2;
} {
  return flags.has(MessageFlags.IsComponentsV2)
    ? { flags: MessageFlags.IsComponentsV2, components: [buildText(sentence), ...components] }
    : { content: sentence, embeds: embeds.map((embed) => embed.toJSON()), components };
}

/** Whether only one user sees a message. */
export function isPrivateMessage({ flags }: Pick<Message, 'flags'>): boolean {
  return flags.has(MessageFlags.Ephemeral);
}
