import type { Document, LineCounter } from 'yaml';
import { z } from 'zod';
import { type Phrase, phrase } from '../messages/phrase.js';
import type { ArticleMeta } from './article.js';
import { keepForms, lineOfAlias, parseYaml } from './front-matter-yaml.js';
import { ARTICLE_LIMITS } from './limits.js';
import { findLongValue } from './long-value.js';
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

/** A line of YAML that gives a key its value, and one that nothing but front matter has. */
const KEY_LINE = /^\s*(?:"[^"\n]+"|'[^'\n]+'|[\p{L}\p{N}_.-]+)\s*:(?:\s|$)/u;
/** "Note: bring a coat to the quay." is a sentence, and its first word no key. */
const SAID_LINE = /^\p{Lu}\p{L}*:\s+\S+(?:\s+\S+){2,}[.!?]$/u;
const KNOWN_KEY_LINE = /^(?:title|url|author|publisher|published|language)\s*:/mu;

/**
 * The YAML front matter of a text: between a first line `---` and the next line `---`. Without one,
 * nothing is stated and the body is the whole text; so it is if what is between the lines gives no key a value, as
 * between two rules. Keys that Footnote does not know are passed over.
 */
export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { ok: true, meta: NOTHING_STATED, bodyStart: 0 };
  const opening = OPENING.exec(text);
  if (opening === null) return none;
  const yamlStart = opening[0].length;
  const closing = CLOSING.exec(text.slice(yamlStart));
  const yaml = text.slice(yamlStart, closing === null ? undefined : yamlStart + closing.index);
  const lines = yaml.replace(/\r\n?/gu, '\n');
  if (closing === null) {
    const [first = ''] = lines.split('\n');
    return KEY_LINE.test(first) ? { ok: false, line: 1, reason: phrase('articles.front-matter-open') } : none;
  }
  const bodyStart = yamlStart + closing.index + closing[0].length;
  if (isBetweenRules(lines)) return none;
  const excess = findExcess(lines);
  if (excess !== null) return { ok: false, line: 1, reason: excess };
  const parsed = parseMeta(lines);
  return parsed.ok ? { ...parsed, bodyStart } : parsed;
}

/** Prose between two rules: a blank line after the first one, or no line that gives a key of one word a value; a list is meant as front matter. */
function isBetweenRules(yaml: string): boolean {
  if (yaml.trim() === '' || KNOWN_KEY_LINE.test(yaml)) return false;
  const lines = yaml.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.some((line) => SAID_LINE.test(line))) return true;
  if (/^\s*\n/u.test(yaml)) return !lines.every((line) => KEY_LINE.test(line));
  return !lines.some((line) => KEY_LINE.test(line) || /^(?:[-&*{[]|\?\s)/u.test(line));
}

/** Why front matter is not even parsed: the parser takes the square of what it is given. Null for nothing. */
function findExcess(yaml: string): Phrase | null {
  const { frontMatter: most, frontMatterLines } = ARTICLE_LIMITS;
  if (yaml.length > most) return phrase('articles.front-matter-long', { length: yaml.length, most });
  const count = yaml.match(/\r\n|[\n\r]|$/gu)?.length ?? 0;
  if (count <= frontMatterLines) return null;
  return phrase('articles.front-matter-many', { count, most: frontMatterLines });
}

type Parsed = { ok: true; meta: StatedMeta } | { ok: false; line: number; reason: Phrase };

/** The parser throws if an alias is of nothing, of itself or of too much. */
function parseMeta(yaml: string): Parsed {
  let lineOfCause = 0;
  if (isTooDeep(yaml)) return refuseYaml(0, 'Lists too deep in one another');
  try {
    const { document, lines } = parseYaml(yaml);
    const [error] = document.errors;
    if (error !== undefined) return refuseYaml(lines.linePos(error.pos[0]).line, error.message);
    lineOfCause = lineOfAlias(document, lines);
    keepForms(document);
    return checkStated(document, lines);
  } catch (cause) {
    return refuseYaml(lineOfCause, cause instanceof Error ? cause.message : String(cause));
  }
}

/** Walking through lists takes memory by the square of their depth. */
function isTooDeep(yaml: string): boolean {
  let depth = 0;
  for (const mark of yaml.match(/[[\]{}]/gu) ?? []) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function checkStated(document: Document.Parsed, lines: LineCounter): Parsed {
  const stated: unknown = document.toJS({ maxAliasCount: ARTICLE_LIMITS.frontMatterAliases }) ?? {};
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) {
    return { ok: false, line: 2, reason: phrase('articles.front-matter-no-keys') };
  }
  const long = findLongValue({ ...stated });
  if (long !== undefined) {
    const line = lines.linePos(offsetOf(document.get(long.key, true))).line + 1;
    return { ok: false, line, reason: phrase('articles.value-long', long) };
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

function refuseYaml(line: number, error: string): Parsed {
  const reason = phrase('articles.front-matter-not-yaml', { error: firstLine(error) });
  return { ok: false, line: line + 1, reason };
}

/** Lists and maps within one another at most: front matter has two. */
const DEEPEST = 100;

function offsetOf(node: unknown): number {
  const range: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}

function show(value: unknown): string {
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return shown.length <= LONGEST_SHOWN ? shown : `${shown.slice(0, LONGEST_SHOWN - 1)}…`;
}

/** Characters of a wrong value that are repeated: enough to find it by. */
const LONGEST_SHOWN = 100;

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

/** The calendar day of an ISO 8601 date or date-time as it is written; undefined if it is none or there is no such day. */
export function toIsoDay(value: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/u.exec(value.trim());
  if (parts === null) return undefined;
  const [, year, month, date] = parts;
  const iso = `${year}-${month}-${date}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}
