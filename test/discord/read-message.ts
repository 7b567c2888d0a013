import {
  type APIEmbed,
  type APIMessage,
  type APISelectMenuOption,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { readQuote } from '../../src/discord/render/read-answer.js';

/** The excerpts of an embed as a reader sees them. */
export function excerptsIn({ description = '' }: APIEmbed): string[] {
  return (description.match(/^> .*(?:\n> .*)*/gmu) ?? []).map(readQuote);
}

/** What the buttons of a message say, in order. */
export function labelsIn({ components = [] }: APIMessage): string[] {
  return components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((button) => ('label' in button ? [button.label ?? ''] : []))
      : [],
  );
}

/** What the lists of a message offer, in order. */
export function optionsIn({ components = [] }: APIMessage): APISelectMenuOption[] {
  return components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((list) => (list.type === ComponentType.StringSelect ? list.options : []))
      : [],
  );
}

/** What the buttons say that turn the pages of a message; empty where it has none. */
export function pageLabelsIn({ components = [], ...message }: APIMessage): string[] {
  const isTurning = (row: (typeof components)[number]): boolean =>
    row.type === ComponentType.ActionRow &&
    row.components.some((button) => 'custom_id' in button && button.custom_id.startsWith('page:'));
  return labelsIn({ ...message, components: components.filter(isTurning) });
}

/** An acknowledgement that shows this sentence to its user alone, for `toMatchObject`. */
export function saidAlone(sentence: string): object {
  return { kind: 'reply', message: { flags: MessageFlags.Ephemeral, embeds: [{ description: sentence }] } };
}
