import {
  type APIComponentInContainer,
  type APIMessage,
  type APISelectMenuOption,
  type APITextDisplayComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { unescapeMarkup } from '../../src/discord/render/markup.js';

/** What a message of ours shows: its head, all below it, and the small print at its foot. */
export interface Shown {
  readonly title: string | undefined;
  readonly description: string;
  readonly foot: string | undefined;
}

type Components = NonNullable<APIMessage['components']>;

/** What is shown by a message that is made of components; empty for one that is not there. */
export function shownBy(message: { readonly components?: Components } | undefined): Shown {
  const texts = partsOf(message?.components ?? [])
    .flatMap((part) => (part.type === ComponentType.Section ? part.components : part))
    .flatMap((part) =>
      part.type === ComponentType.TextDisplay ? (part satisfies APITextDisplayComponent).content : [],
    );
  const [first = ''] = texts;
  const last = texts.at(-1) ?? '';
  const title = first.startsWith('### ') ? first.slice(4) : undefined;
  const foot = last.startsWith('-# ') && !last.includes('\n') ? last.slice(3) : undefined;
  const below = texts.slice(title === undefined ? 0 : 1, foot === undefined ? undefined : -1);
  return { title, description: below.join('\n\n'), foot };
}

/** Head and text of a message, without escapes. */
export function textOf(message: { readonly components?: Components } | undefined): string {
  const { title, description, foot } = shownBy(message);
  return unescapeMarkup([title, description, foot].filter(Boolean).join('\n'));
}

/** The excerpts of a message as a reader sees them. */
export function excerptsIn(message: Shown | { readonly components?: Components } | undefined): string[] {
  const shown = message !== undefined && 'description' in message ? message : shownBy(message);
  return quotesIn(shown.description).map(readQuote);
}

/** The block quotes of a text, as markup. */
export function quotesIn(markup: string): string[] {
  return markup.match(/^> .*(?:\n> .*)*/gmu) ?? [];
}

/** The words of a block quote as the article has them, line breaks as `\n`. */
export function readQuote(quote: string): string {
  const body = quote
    .replace(/\u00A0[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/u, '')
    .replace(/^> /gmu, '')
    .replace(/\\.|\*\*/gu, (match) => (match === '**' ? '' : match));
  return unescapeMarkup(body);
}

/** What the buttons of a message say, in order: those beside its excerpts, then those below. */
export function labelsIn({ components = [] }: Pick<APIMessage, 'components'>): string[] {
  const beside = partsOf(components).flatMap((part) =>
    part.type === ComponentType.Section && 'label' in part.accessory ? (part.accessory.label ?? '') : [],
  );
  const below = components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((button) => ('label' in button ? [button.label ?? ''] : []))
      : [],
  );
  return [...beside, ...below];
}

/** Where the buttons beside the excerpts of a message lead: an address, or the custom_id of one that opens something here. */
export function besideIn({ components = [] }: Pick<APIMessage, 'components'>): string[] {
  return partsOf(components).flatMap((part) => {
    if (part.type !== ComponentType.Section) return [];
    const { accessory } = part;
    if ('url' in accessory) return accessory.url;
    return 'custom_id' in accessory ? accessory.custom_id : [];
  });
}

/** What the lists of a message offer, in order. */
export function optionsIn({ components = [] }: Pick<APIMessage, 'components'>): APISelectMenuOption[] {
  return components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((list) => (list.type === ComponentType.StringSelect ? list.options : []))
      : [],
  );
}

/** What the buttons say that turn the pages of a message; empty if it has none. */
export function pageLabelsIn({ components = [], ...message }: APIMessage): string[] {
  const isTurning = (row: (typeof components)[number]): boolean =>
    row.type === ComponentType.ActionRow &&
    row.components.some((button) => 'custom_id' in button && button.custom_id.startsWith('page:'));
  return labelsIn({ ...message, components: components.filter(isTurning) });
}

/** The flags of a message that its user alone sees. */
export const ALONE = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;

/** A message that shows this sentence and nothing else, for `toMatchObject`. */
export function saying(sentence: string): object {
  return {
    components: [
      {
        type: ComponentType.Container,
        components: [{ type: ComponentType.TextDisplay, content: sentence }],
      },
    ],
  };
}

/** An acknowledgement that shows this sentence to its user alone, for `toMatchObject`. */
export function saidAlone(sentence: string): object {
  return { kind: 'reply', message: { flags: ALONE, ...saying(sentence) } };
}

function partsOf(components: Components): (APIComponentInContainer | Components[number])[] {
  return components.flatMap((component) =>
    component.type === ComponentType.Container ? component.components : component,
  );
}
