import type { Wording } from '../messages/phrase.js';

/** A page as a file, or why it could not be had. */
export type FetchedPage =
  | {
      readonly ok: true;
      readonly file: { readonly name: string; readonly bytes: Uint8Array };
      /** The address after redirects, without fragment. */
      readonly url: string;
      /** ISO 8601 in UTC. */
      readonly retrievedAt: string;
    }
  | { readonly ok: false; readonly reason: Wording };

/** A page that was fetched before. */
export interface KnownPage {
  readonly url: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** ISO 8601 in UTC. */
  readonly retrievedAt: string;
}

/** The web as far as sources are fetched from it. Nothing that a network or a page does rejects. */
export interface Pages {
  /** Fetches a page by the address that somebody typed. */
  fetch(address: string): Promise<FetchedPage>;
  /** Whether the main text of a page is another than it was. */
  hasChanged(
    page: KnownPage,
  ): Promise<
    { readonly ok: true; readonly hasChanged: boolean } | { readonly ok: false; readonly reason: Wording }
  >;
}
