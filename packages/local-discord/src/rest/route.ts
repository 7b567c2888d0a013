import type { Check } from '../checks/violation.js';
import type { IncomingFile } from '../messages/attachment-store.js';
import type { Platform } from '../platform.js';
import type { Answer } from './answer.js';

/** A REST request as the handlers get it: read, authorised and checked. */
export interface RestRequest {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The JSON body, or the form's `payload_json`; undefined without one. */
  body: unknown;
  /** Uploaded files by the number in `files[n]`. */
  files: ReadonlyMap<string, IncomingFile>;
}

/** One path of the REST API. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v10`, parameters with a colon. */
  path: string;
  /** True if the path itself holds the right to be there (interaction tokens). */
  isPublic?: boolean;
  /** The checks of the body; none for requests without one. */
  checks?: readonly Check[] | ((body: unknown) => readonly Check[]);
  handle(platform: Platform, request: RestRequest): Answer;
}
