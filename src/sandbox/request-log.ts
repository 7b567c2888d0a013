import type { Breach } from './checks/breach.js';

/** One REST request of the bot as it was received and answered. */
export interface RecordedRequest {
  /** Milliseconds since the epoch. */
  at: number;
  method: string;
  /** Below `/api/v10`, with the query; an interaction's token is cut to its first characters. */
  path: string;
  /** The JSON body, or the form's `payload_json`; undefined without one. */
  body: unknown;
  /** The HTTP status it was answered with. */
  status: number;
  /** Names of the checks it went through. */
  checks: readonly string[];
  breaches: readonly Breach[];
}
