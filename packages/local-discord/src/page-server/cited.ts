import type { SeenMessage } from '../messages/seen-message.js';
import type { Citation, ReadableTexts } from './readable-texts.js';

/** A message as one user sees it on the page: with what of it can be read beside the channel. */
export interface ReadableMessage extends SeenMessage {
  readonly cited: readonly Citation[];
}

/** The message with what it cites. */
export function withCitations(texts: ReadableTexts, seen: SeenMessage): ReadableMessage {
  return { ...seen, cited: texts.citedIn(seen.message) };
}
