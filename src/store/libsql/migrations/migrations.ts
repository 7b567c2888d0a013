import { first } from './001-first.js';
import { feeds } from './002-feeds.js';
import { claims } from './003-claims.js';
import { parses } from './004-parses.js';
import { readings } from './005-readings.js';

/** The steps from an empty database to the one this version works with, in order; a step that was released never changes. */
export const MIGRATIONS: readonly (readonly string[])[] = [first, feeds, claims, parses, readings];
