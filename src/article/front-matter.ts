import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Phrase, phrase } from '../messages/phrase.js';
import type { ArticleMeta } from './article.js';
import { parseUrl } from './parse-url.js';

/** What front matter may say of an article; a key that is absent is null. */
export type StatedMeta = { readonly [Key in keyof ArticleMeta]: ArticleMeta[Key] | null };

/** The stated metadata and where the body starts, or the first thing wrong with it and its line, from 1. */
export type FrontMatter =
  | { readonly ok: true; readonly meta: StatedMeta; readonly bodyStart: number }
  | { readonly ok: false; readonly line: number; readonly reason: Phrase };

/** What a text without front matter states. */
export const NOTHING_STATED: StatedMeta = {
  title: null,
  url: null,
  author: null,
  publisher: null,
  published: null,
  language: null,
};

const OPENING = /^---[^\S\n\r]*(?:\r\n|\n|\r)/u;
const CLOSING = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[^\S\n\r]*(?:\r\n|\n|\r|$)/u;

/**
 * The YAML front matter of a text: between a first line `---` and the next line `---`. Without one,
 * nothing is stated and the body is the whole text. Keys that Footnote does not know are passed over.
 */
export function readFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  if (opening === null) return { ok: true, meta: NOTHING_STATED, bodyStart: 0 };
  const yamlStart = opening[0].length;
  const closing = CLOSING.exec(text.slice(yamlStart));
  if (closing === null) {
    return { ok: false, line: 1, reason: phrase('articles.front-matter-open') };
  }
  const yaml = text.slice(yamlStart, yamlStart + closing.index);
  const parsed = tryParseMeta(yaml);
  return parsed.ok ? { ...parsed, bodyStart: yamlStart + closing.index + closing[0].length } : parsed;
}

type Parsed = { ok: true; meta: StatedMeta } | { ok: false; line: number; reason: Phrase };

/** The parser throws where an alias stands for nothing, for itself or for too much, and where lists are thousands deep. */
function tryParseMeta(yaml: string): Parsed {
  try {
    return parseMeta(yaml);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      line: 1,
      reason: phrase('articles.front-matter-not-yaml', { error: firstLine(message) }),
    };
  }
}

function parseMeta(yaml: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = lines.linePos(error.pos[0]).line + 1;
    const reason = phrase('articles.front-matter-not-yaml', { error: firstLine(error.message) });
    return { ok: false, line, reason };
  }
  const stated: unknown = document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) {
    return { ok: false, line: 2, reason: phrase('articles.front-matter-no-keys') };
  }
  const result = STATED.safeParse(stated);
  if (result.success) return { ok: true, meta: result.data };
  const [issue] = result.error.issues;
  const key = String(issue?.path[0] ?? '');
  const node: unknown = document.get(key, true);
  const line = lines.linePos(offsetOf(node)).line + 1;
  const value: unknown = key in stated ? Reflect.get(stated, key) : undefined;
  const problem = issue?.message ?? 'other';
  return {
    ok: false,
    line,
    reason: phrase('articles.front-matter-value', { key, problem, value: show(value) }),
  };
}

/** Values that aliases may repeat in all: front matter has no use for them, and a few lines could come to gigabytes. */
const MOST_ALIASES = 100;

function offsetOf(node: unknown): number {
  const range: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

/** What a value is not; the catalogues say it (`articles.front-matter-value`). */
type Problem = 'line' | 'names' | 'address' | 'date' | 'language';

const words = (problem: Problem) =>
  z
    .union([z.string(), z.number()], problem)
    .transform((value) => String(value).replace(/\s+/gu, ' ').trim())
    .transform((value) => (value === '' ? null : value));

const text = words('line');

const names = z
  .union([text, z.array(text)], 'names' satisfies Problem)
  .transform((value) =>
    Array.isArray(value) ? value.filter((name) => name !== null).join(', ') || null : value,
  );

const address = text.refine((value) => value === null || isWebAddress(value), 'address' satisfies Problem);

const day = text.transform((value, context) => {
  const iso = value === null ? null : toIsoDay(value);
  if (iso === undefined) context.addIssue({ code: 'custom', message: 'date' satisfies Problem });
  return iso ?? null;
});

const language = text.refine((value) => value === null || isLanguageTag(value), 'language' satisfies Problem);

const STATED = z.object({
  title: text.nullish().transform((value) => value ?? null),
  url: address.nullish().transform((value) => value ?? null),
  author: names.nullish().transform((value) => value ?? null),
  publisher: text.nullish().transform((value) => value ?? null),
  published: day.nullish().transform((value) => value ?? null),
  language: language.nullish().transform((value) => value ?? null),
});

/** Whether this is an absolute http or https address. */
export function isWebAddress(value: string): boolean {
  return /^https?:$/u.test(parseUrl(value)?.protocol ?? '');
}

/** Whether this is a well-formed BCP 47 tag. */
export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** The calendar day of an ISO 8601 date or date-time as it is written; undefined where it is none or there is no such day. */
export function toIsoDay(value: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/u.exec(value.trim());
  if (parts === null) return undefined;
  const [, year, month, date] = parts;
  const iso = `${year}-${month}-${date}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}
