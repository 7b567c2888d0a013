import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord.js';
import { placeOf } from '../../answer/passage.js';
import { textAt } from '../../article/article.js';
import type { Excerpt } from '../../bot/reply.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { LIMITS } from '../limits.js';
import { cutWords } from '../render/cut-words.js';
import { footnoteMark } from '../render/footnote-mark.js';
import { toWellFormed } from '../render/markup.js';
import { buildButton } from './action-rows.js';
import { encodeControl } from './control-id.js';

/** A row with one list to choose from. */
export type SelectRow = APIActionRowComponent<APIStringSelectComponent>;

/** Excerpts up to which each has a button; more are in a list. */
const MOST_BUTTONS = 3;

/** The custom_id of the list; what it opens stands in its values. */
export const PASSAGE_LIST = 'passages:|';

/** The button for the text around the first excerpt of a page; null where the page has none. */
export function buildContextButton(
  excerpts: readonly Excerpt[],
  say: Say,
): APIButtonComponentWithCustomId | null {
  const [first] = excerpts;
  const id = first === undefined ? null : idOf('passage context', first);
  return id === null ? null : buildButton(id, say(phrase('discord.more-context')));
}

/** A button for each passage that a page cites, by the mark of its footnote; none where a list has them. */
export function buildPassageButtons(
  excerpts: readonly Excerpt[],
  say: Say,
): APIButtonComponentWithCustomId[] {
  const passages = listPassages(excerpts);
  if (passages.length > MOST_BUTTONS) return [];
  return passages.map(({ id, mark }) => buildButton(id, say(phrase('discord.open-passage', { mark }))));
}

/** The list of the passages that a page cites; null where they have buttons. */
export function buildPassageList(excerpts: readonly Excerpt[], say: Say): SelectRow | null {
  const passages = listPassages(excerpts);
  if (passages.length <= MOST_BUTTONS) return null;
  const options = passages.map(({ id, mark, excerpt }) => ({
    value: id,
    label: shorten(`${mark} ${textAt(excerpt.article, excerpt)}`),
    description: shorten(excerpt.article.meta.title),
  }));
  const placeholder = say(phrase('discord.open-one'));
  const list = { type: ComponentType.StringSelect, custom_id: PASSAGE_LIST, placeholder, options } as const;
  return { type: ComponentType.ActionRow, components: [list] };
}

/** Each passage once, as Discord takes no control twice, with the mark of its first footnote. */
function listPassages(
  excerpts: readonly Excerpt[],
): { readonly id: string; readonly mark: string; readonly excerpt: Excerpt }[] {
  const seen = new Set<string>();
  return excerpts.flatMap((excerpt, i) => {
    const id = idOf('passage open', excerpt);
    if (id === null || seen.has(id)) return [];
    seen.add(id);
    return [{ id, mark: footnoteMark(i + 1), excerpt }];
  });
}

function idOf(command: 'passage open' | 'passage context', excerpt: Excerpt): string | null {
  return encodeControl({ kind: 'show', command, options: { ...placeOf(excerpt) } });
}

function shorten(text: string): string {
  const line = toWellFormed(text).replace(/\s+/gu, ' ').trim();
  return line.length <= LIMITS.selectLabel ? line : `${cutWords(line, LIMITS.selectLabel - 1)}…`;
}
