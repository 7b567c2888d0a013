import { ARTICLE_LIMITS } from '../article/limits.js';
import type { TextOption } from '../bot/option.js';
import { completeOwnSource, completeSource } from './complete.js';

/** Characters of an article as typed: its name, its id or its title. */
const { title: LONGEST_TYPED } = ARTICLE_LIMITS;

/** The option that keeps a command to one of the articles that are seen. */
export const KEEP_TO_ARTICLE = {
  description: 'Keep to one article',
  maxLength: LONGEST_TYPED,
  complete: completeSource,
} as const satisfies TextOption;

/** The option that names one of the articles that are seen. */
export const SEEN_ARTICLE = {
  description: 'The article’s name or title',
  isRequired: true,
  maxLength: LONGEST_TYPED,
  complete: completeSource,
} as const satisfies TextOption;

/** The option that names one of the server's own articles. */
export const OWN_ARTICLE = { ...SEEN_ARTICLE, complete: completeOwnSource } as const satisfies TextOption;
