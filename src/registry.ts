import { ask } from '../commands/ask.js';
import { facts } from '../commands/facts.js';
import { help } from '../commands/help.js';
import { quote } from '../commands/quote.js';
import { reload } from '../commands/reload.js';
import { search } from '../commands/search.js';
import { sources } from '../commands/sources.js';
import { timeline } from '../commands/timeline.js';
import { who } from '../commands/who.js';
import type { Command } from './command.js';

/** All commands, in the order in which /help lists them. */
export const commands: readonly Command[] = [ask, who, quote, facts, timeline, search, sources, reload, help];
