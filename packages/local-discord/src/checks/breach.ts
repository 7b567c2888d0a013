import type { Violation } from './violation.js';

/** One breach of Discord's rules by a request of the bot. */
export interface Breach extends Violation {
  /** `POST /interactions/…/callback`: the request that breached it. */
  request: string;
}
