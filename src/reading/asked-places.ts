import type { Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import { areRead } from '../extract/places-around.js';

/** Somebody who waits for what is at some places of an article. */
interface Waiting {
  readonly places: readonly Span[];
  readonly tell: (analysis: Analysis) => void;
}

/** The places of one article that are asked for while the whole of it is read. */
export class AskedPlaces {
  #waiting: Waiting[] = [];
  /** Those that are being read now. */
  #taken: Waiting[] = [];
  readonly #told: { readonly places: readonly Span[]; readonly analysis: Analysis }[] = [];

  /** The analysis near some places, as soon as it is there; never if the whole is read before. */
  ask(places: readonly Span[]): Promise<Analysis> {
    const known = this.#told.find((told) => areRead(places, told.places));
    if (known !== undefined) return Promise.resolve(known.analysis);
    return new Promise((tell) => {
      this.#waiting.push({ places, tell });
    });
  }

  /** All that are to be read now; null if nobody waits, or others are read still. */
  take(): readonly Span[] | null {
    if (this.#taken.length > 0 || this.#waiting.length === 0) return null;
    [this.#taken, this.#waiting] = [this.#waiting, []];
    return this.#taken.flatMap(({ places }) => places);
  }

  /** Tells those who wait what was read at the places that were taken. */
  tell(analysis: Analysis): void {
    const told = this.#taken;
    this.#taken = [];
    this.#told.push({ places: told.flatMap(({ places }) => places), analysis });
    for (const { tell } of told) tell(analysis);
  }
}
