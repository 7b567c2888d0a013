import { first } from './001-first.js';
import { turns } from './002-turns.js';
import { parses } from './003-parses.js';
import { readings } from './004-readings.js';

/** The steps from an empty schema to the one this version works with, in order; a step that was released never changes. */
export const MIGRATIONS: readonly (readonly string[])[] = [first, turns, parses, readings];
