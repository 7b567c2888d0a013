/** UTF-16 code units of texts that stay decoded: those of a few hundred articles, of which the last questions have taken excerpts. */
const MOST_DECODED = 4_000_000;

/** How a text is written: in UTF-8, or as it is if it holds half a character. */
const ENCODINGS = ['utf8', 'utf16le'] as const;

/** A text in the bytes of a file; what is decoded of all such texts is bounded, and decoded again when it is wanted. */
export class KeptText {
  readonly #bytes: () => Buffer;
  readonly #encoding: BufferEncoding;
  #text: string | null = null;

  /** Those that are decoded, the one decoded longest ago first. */
  static readonly #decoded = new Set<KeptText>();
  static #length = 0;

  /** `encoding` as `encodeText` gave it. */
  constructor(bytes: () => Buffer, encoding: number) {
    this.#bytes = bytes;
    this.#encoding = ENCODINGS[encoding] ?? 'utf8';
  }

  get text(): string {
    if (this.#text !== null) return this.#text;
    const text = this.#bytes().toString(this.#encoding);
    this.#text = text;
    KeptText.#decoded.add(this);
    KeptText.#length += text.length;
    for (const oldest of KeptText.#decoded) {
      if (KeptText.#length <= MOST_DECODED || oldest === this) break;
      KeptText.#decoded.delete(oldest);
      KeptText.#length -= oldest.#text?.length ?? 0;
      oldest.#text = null;
    }
    return text;
  }
}

/** The bytes of a text, and the number of how they are to be read. */
export function encodeText(text: string): { readonly bytes: Buffer; readonly encoding: number } {
  const encoding = /\p{Surrogate}/u.test(text) ? 1 : 0;
  return { bytes: Buffer.from(text, ENCODINGS[encoding]), encoding };
}
