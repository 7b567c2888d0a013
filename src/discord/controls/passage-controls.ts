import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIStringSelectComponent,
  ButtonStyle,
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
import { linkToPassage } from '../render/passage-link.js';
import { buildButton } from './action-rows.js';
import { encodeControl } from './control-id.js';

/** A row with one list to choose from. */
export type SelectRow = APIActionRowComponent<APIStringSelectComponent>;

/** The custom_id of the list; what it opens is in its values. */
export const PASSAGE_LIST = 'passages:|';

/** The button beside each excerpt of a page; null for one that leads nowhere. */
export type PassageButton = APIButtonComponentWithCustomId | APIButtonComponentWithURL | null;

/**
 * The buttons beside the excerpts of a page: to the very words if the article has an address, else to the passage
 * here, if passages are to be opened here.
 */
export function buildPassageButtons(
  excerpts: readonly Excerpt[],
  opensPassages: boolean,
  say: Say,
): PassageButton[] {
  const ids = listIds(excerpts);
  return excerpts.map((excerpt, i) => {
    const label = say(phrase('discord.open-passage', { mark: footnoteMark(i + 1) }));
    const url = linkTo(excerpt);
    if (url !== null) return { type: ComponentType.Button, style: ButtonStyle.Link, url, label };
    const id = opensPassages ? (ids[i] ?? null) : null;
    return id === null ? null : buildButton(id, label);
  });
}

/** The button for the text around the first excerpt of a page; null if the page has none. */
export function buildContextButton(
  excerpts: readonly Excerpt[],
  say: Say,
): APIButtonComponentWithCustomId | null {
  const [first] = excerpts;
  const id = first === undefined ? null : encodePlace('passage context', first);
  return id === null ? null : buildButton(id, say(phrase('discord.more-context')));
}

/**
 * The list of the passages of a page, to open them here if the button beside one leads elsewhere; null if none
 * does, and for a single one, whose context is at hand.
 */
export function buildPassageList(excerpts: readonly Excerpt[], say: Say): SelectRow | null {
  if (excerpts.length < 2 || excerpts.every((excerpt) => linkTo(excerpt) === null)) return null;
  const ids = listIds(excerpts);
  const options = excerpts.flatMap((excerpt, i) => {
    const value = ids[i] ?? null;
    if (value === null) return [];
    const label = shorten(`${footnoteMark(i + 1)} ${textAt(excerpt.article, excerpt)}`);
    return [{ value, label, description: shorten(excerpt.article.meta.title) }];
  });
  const placeholder = say(phrase('discord.open-one'));
  const list = { type: ComponentType.StringSelect, custom_id: PASSAGE_LIST, placeholder, options } as const;
  return { type: ComponentType.ActionRow, components: [list] };
}

function linkTo(excerpt: Excerpt): string | null {
  return linkToPassage(excerpt.article.meta.url ?? '', textAt(excerpt.article, excerpt));
}

/** The ids that open the excerpts, in their order; each is another, also if an excerpt is there twice. */
function listIds(excerpts: readonly Excerpt[]): (string | null)[] {
  const isSame = (a: Excerpt, b: Excerpt): boolean =>
    a.article === b.article && a.start === b.start && a.end === b.end;
  return excerpts.map((excerpt, i) => {
    const equals = excerpts.slice(0, i).filter((earlier) => isSame(earlier, excerpt)).length;
    return encodePlace('passage open', excerpt, equals);
  });
}

function encodePlace(
  command: 'passage open' | 'passage context',
  excerpt: Excerpt,
  equals = 0,
): string | null {
  return encodeControl({ kind: 'show', command, options: { ...placeOf(excerpt) } }, equals);
}

function shorten(text: string): string {
  const line = toWellFormed(text).replace(/\s+/gu, ' ').trim();
  return line.length <= LIMITS.selectLabel ? line : `${cutWords(line, LIMITS.selectLabel - 1)}…`;
}
