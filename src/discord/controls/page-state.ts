import { LIMITS } from '../limits.js';
import { joinFields, listOptions, readOptionList, splitFields } from './fields.js';

/** All that a button needs to show another page: it is in the message's own buttons, so nothing is kept in memory. */
export interface PageState {
  readonly command: string;
  /** As the user gave them; those left out are not in it. */
  readonly options: Readonly<Record<string, string>>;
  /** The page shown, from 0. */
  readonly page: number;
  /** Who may turn the pages: a user's id. */
  readonly userId: string;
  /** Tells whether the result is still the one first shown (see `fingerprintReply`). */
  readonly fingerprint: string;
}

/** What a button of the row does; `here` shows the page's number and cannot be pressed. */
export type PageButton = 'first' | 'previous' | 'here' | 'next' | 'last';

/** The row as most states fit it, and with as many buttons as a row holds, for longer ones. */
const SHORT_ROW: readonly PageButton[] = ['previous', 'here', 'next'];
const LONG_ROW: readonly PageButton[] = ['first', 'previous', 'here', 'next', 'last'];

/** A button's name, its share of the state, and a bar that keeps white space at its end from being trimmed. */
const CUSTOM_ID = /^page:([fphnl]):(.*)\|$/su;

/** Characters of the state in one custom_id. */
const CHUNK = LIMITS.customId - 'page:p:|'.length;

/**
 * The custom_ids of a row of buttons that together hold the state, in the row's order; null if it does not fit into
 * a row's five (about 400 characters of options).
 */
export function encodePageState(
  state: PageState,
): readonly { button: PageButton; customId: string }[] | null {
  const text = joinFields([
    state.command,
    String(state.page),
    state.userId,
    state.fingerprint,
    ...listOptions(state.options),
  ]);
  const chunks = cut(text);
  const row = [SHORT_ROW, LONG_ROW].find((buttons) => chunks.length <= buttons.length);
  if (row === undefined) return null;
  return row.map((button, i) => ({ button, customId: `page:${button.charAt(0)}:${chunks[i] ?? ''}|` }));
}

/** Which button has this custom_id; null if it is none of a page row's. */
export function readPageButton(customId: string): PageButton | null {
  const initial = CUSTOM_ID.exec(customId)?.[1];
  return LONG_ROW.find((button) => button.charAt(0) === initial) ?? null;
}

/** The state that a row's custom_ids hold, in the row's order; null if they hold none that can be read. */
export function decodePageState(customIds: readonly string[]): PageState | null {
  const chunks = customIds.map((customId) => CUSTOM_ID.exec(customId)?.[2]);
  if (chunks.length === 0 || chunks.includes(undefined)) return null;
  const [command, page, userId, fingerprint, ...rest] = splitFields(chunks.join(''));
  const number = Number(page);
  if (!command || !userId || !fingerprint || !Number.isSafeInteger(number) || number < 0) return null;
  const options = readOptionList(rest);
  if (options === null) return null;
  return { command, options, page: number, userId, fingerprint };
}

function cut(text: string): string[] {
  const chunks: string[] = [];
  let chunk = '';
  for (const point of text) {
    if (chunk.length + point.length > CHUNK) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk += point;
  }
  return [...chunks, chunk];
}
