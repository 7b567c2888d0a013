import type { Phrase } from '../../messages/phrase.js';
import type { StatedMeta } from '../front-matter.js';
import type { Block } from '../paragraphs.js';

/** What a document of an office, a press or a library holds: its text in blocks, and what it says about itself. */
export interface DocumentBody {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly meta: StatedMeta;
}

/** A document as read, or what is wrong with it. */
export type ParsedDocument =
  | { readonly ok: true; readonly body: DocumentBody }
  | { readonly ok: false; readonly reason: Phrase };

/** Reads the bytes of a document; what is wrong with it is a value, never an exception. */
export type ReadDocument = (bytes: Uint8Array) => Promise<ParsedDocument>;
