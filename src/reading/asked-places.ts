import type { Span } from '../article/span.js';
import { areRead } from '../extract/places-around.js';
import type { Reading } from '../extract/reading.js';

/** Somebody who waits for what stands at some places of an article. */
interface Waiting {
  readonly places: readonly Span[];
  readonly tell: (reading: Reading) => void;
}

/** The places of one article that are asked for while the whole of it is read. */
export class AskedPlaces {
  #waiting: Waiting[] = [];
  /** Those that are being read now. */
  #taken: Waiting[] = [];
  readonly #told: { readonly places: readonly Span[]; readonly reading: Reading }[] = [];

  /** The reading near some places, as soon as it is there; never where the whole is read before. */
  ask(places: readonly Span[]): Promise<Reading> {
    const known = this.#told.find((told) => areRead(places, told.places));
    if (known !== undefined) return Promise.resolve(known.reading);
    return new Promise((tell) => {
      this.#waiting.push({ places, tell });
    });
  }

  /** All that are to be read now; null where nobody waits, or others are read still. */
  take(): readonly Span[] | null {
    if (this.#taken.length > 0 || this.#waiting.length === 0) return null;
    [this.#taken, this.#waiting] = [this.#waiting, []];
    return this.#taken.flatMap(({ places }) => places);
  }

  /** Tells those who wait what was read at the places that were taken. */
  tell(reading: Reading): void {
    const told = this.#taken;
    this.#taken = [];
    this.#told.push({ places: told.flatMap(({ places }) => places), reading });
    for (const { tell } of told) tell(reading);
  }
}
