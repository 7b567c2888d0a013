import type { Violation } from './violation.js';

/** One breach of Discord's rules by a request of the bot. */
export interface Breach extends Violation {
  /** The rule's name in kebab-case: `schema` or one of the limits that the published schema leaves out, such as `embed-total`. */
  rule: string;
  /** Where in the request's body, as Discord names fields: `['embeds', 0, 'title']`; empty for the request as a whole. */
  path: readonly (string | number)[];
  /** Discord's code for the kind of error, such as `BASE_TYPE_MAX_LENGTH`. */
  code: string;
  /** One sentence as Discord would say it. */
  message: string;
  /** `POST /interactions/…/callback`: the request that breached it. */
  request: string;
}
