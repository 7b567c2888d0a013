import type answer from '../../locales/en/answer.json';
import type articles from '../../locales/en/articles.json';
import type commands from '../../locales/en/commands.json';
import type discord from '../../locales/en/discord.json';
import type fetch from '../../locales/en/fetch.json';
import type moderation from '../../locales/en/moderation.json';
import type sources from '../../locales/en/sources.json';

/** The files of a catalogue, one for each part of the program: `locales/<language>/<area>.json`. */
export const AREAS = ['answer', 'articles', 'commands', 'discord', 'fetch', 'moderation', 'sources'] as const;

/** The name of a message: `area.what`, as the English catalogue has it. */
export type MessageId =
  | keyof typeof answer
  | keyof typeof articles
  | keyof typeof commands
  | keyof typeof discord
  | keyof typeof fetch
  | keyof typeof moderation
  | keyof typeof sources;
