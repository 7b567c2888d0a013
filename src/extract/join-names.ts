import type { Annotation } from '../language/annotation.js';
import { bareWord, type NameSpan, nameWords } from './name-span.js';
import { findCountry } from './nationality.js';
import { isSamePerson } from './same-person.js';
import { type Gender, genderOfHonorific } from './titles.js';

/** Names of one article that mean the same person, organisation or place. */
export interface NameGroup {
  readonly kind: NameSpan['kind'];
  /** In the order of the text. */
  readonly names: readonly NameSpan[];
  /** As told by a form of address or a first name; null where nothing tells it. */
  readonly gender: Gender | null;
}

/** A name with what is compared about it. */
interface Candidate {
  readonly name: NameSpan;
  readonly words: readonly string[];
  readonly honorific: Gender | null;
  /** The place of its sentence in the article. */
  readonly sentence: number;
}

interface Cluster {
  readonly kind: NameSpan['kind'];
  readonly members: Candidate[];
  /** The words of its fullest form. */
  words: readonly string[];
  /** The last words of its forms: "Peña" and "Nieto" of "Enrique Peña Nieto". */
  readonly surnames: Set<string>;
  gender: Gender | null;
}

const SUFFIXES = new Set('jr sr ii iii iv'.split(' '));

/**
 * The names of an article, those of one entity together, in the order of first mention.
 *
 * A full name founds a person; a surname or first name alone joins the person that bears it, where several do, and no form of address
 * tells them apart, the one most and most lately spoken of. Organisations
 * join their acronyms, countries their other names.
 * Gets wrong: two people of one full name, and a surname used for a brother who is never named in full.
 */
export function joinNames(
  annotation: Annotation,
  names: readonly NameSpan[],
  genderOf: (firstName: string) => Gender | null,
): NameGroup[] {
  const clusters: Cluster[] = [];
  const candidates = names.map((name) => toCandidate(annotation, name));
  const people = candidates.filter(({ name }) => name.kind === 'person');
  const full = people.filter(({ words }) => words.length > 1);
  for (const person of full) {
    const same = clusters.find((cluster) => isSamePerson(cluster.words, person.words));
    if (same === undefined) clusters.push(foundCluster(person, genderOf(person.words[0] ?? '')));
    else addTo(same, person);
  }
  for (const person of people.filter(({ words }) => words.length <= 1)) joinSingle(clusters, person);
  for (const other of candidates.filter(({ name }) => name.kind !== 'person'))
    joinOther(annotation, clusters, other);
  return clusters
    .map(({ kind, members, gender }) => ({
      kind,
      gender,
      names: members.map(({ name }) => name).sort((a, b) => a.start - b.start),
    }))
    .sort((a, b) => (a.names[0]?.start ?? 0) - (b.names[0]?.start ?? 0));
}

function toCandidate(annotation: Annotation, name: NameSpan): Candidate {
  const before = bareWord(annotation.tokens[name.tokens.first - 1]?.norm ?? '');
  const all = nameWords(annotation, name.tokens);
  const words = all.filter((word, i) => i === 0 || !SUFFIXES.has(word));
  const sentence = annotation.sentenceTokens.findIndex(({ end }) => end > name.tokens.first);
  return { name, words, honorific: genderOfHonorific(before) ?? null, sentence };
}

function foundCluster(candidate: Candidate, gender: Gender | null): Cluster {
  const { name, words, honorific } = candidate;
  const surnames = new Set(words.slice(-1));
  return { kind: name.kind, members: [candidate], words, surnames, gender: honorific ?? gender };
}

function addTo(cluster: Cluster, candidate: Candidate): void {
  cluster.members.push(candidate);
  if (candidate.words.length > 1) for (const word of candidate.words.slice(-1)) cluster.surnames.add(word);
  cluster.gender ??= candidate.honorific;
  if (candidate.words.length > cluster.words.length) cluster.words = candidate.words;
}

function joinSingle(clusters: Cluster[], person: Candidate): void {
  const word = person.words[0] ?? '';
  const bearers = clusters.filter(
    (cluster) =>
      cluster.kind === 'person' &&
      cluster.words.includes(word) &&
      (person.honorific === null || cluster.gender === null || cluster.gender === person.honorific),
  );
  const best = Math.max(...bearers.map((cluster) => rankOf(cluster, word)));
  const likely = bearers.filter((cluster) => rankOf(cluster, word) === best);
  const meant = mostPresent(likely, person) ?? likely[0];
  if (meant === undefined) clusters.push(foundCluster(person, null));
  else addTo(meant, person);
}

/** A surname tells more than a first name, and that more than a middle one. */
function rankOf({ words, surnames }: Cluster, word: string): number {
  if (surnames.has(word)) return 2;
  return words[0] === word ? 1 : 0;
}

/** How much of a mention's weight is left a sentence later, when a surname may mean several people. */
const LEFT_A_SENTENCE_LATER = 0.75;

/** The one most and most lately spoken of before: each mention counts, the less the more sentences lie between. */
function mostPresent(clusters: readonly Cluster[], person: Candidate): Cluster | undefined {
  let present: Cluster | undefined;
  let highest = 0;
  for (const cluster of clusters) {
    let weight = 0;
    for (const { name, sentence } of cluster.members) {
      if (name.start < person.name.start) weight += LEFT_A_SENTENCE_LATER ** (person.sentence - sentence);
    }
    if (weight > highest) [present, highest] = [cluster, weight];
  }
  return present;
}

const COMPANY_FORMS = new Set(
  'inc ltd co corp plc llc gmbh ag sa corporation limited company incorporated the'.split(' '),
);

function joinOther(annotation: Annotation, clusters: Cluster[], other: Candidate): void {
  const text = annotation.article.text.slice(other.name.start, other.name.end);
  const country = findCountry(text);
  const key = keyOf(other.words);
  const same = clusters.find(({ kind, members, words }) => {
    if (kind === 'person' || kind !== other.name.kind) return false;
    if (keyOf(words) === key) return true;
    if (country !== null)
      return members.some(({ name }) => findCountry(textOf(annotation, name)) === country);
    return (
      kind === 'organisation' &&
      (isAcronymOf(text, words) ||
        members.some(({ name }) => isAcronymOf(textOf(annotation, name), other.words)))
    );
  });
  if (same === undefined) clusters.push(foundCluster(other, null));
  else addTo(same, other);
}

function textOf(annotation: Annotation, name: NameSpan): string {
  return annotation.article.text.slice(name.start, name.end);
}

function keyOf(words: readonly string[]): string {
  const kept = words.filter((word) => !COMPANY_FORMS.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

const SMALL_WORDS = new Set('of the and for in on to de la du des a an at'.split(' '));

/** Whether a form in capitals is made of the initials of the words: "WHO" of "World Health Organization". */
function isAcronymOf(form: string, words: readonly string[]): boolean {
  const letters = form.replace(/\./gu, '');
  if (!/^[\p{Lu}&]{2,8}$/u.test(letters) || words.length < 2) return false;
  const wanted = letters.toLowerCase();
  const all = words.map((word) => word[0]).join('');
  const content = words
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => word[0])
    .join('');
  return wanted === all || wanted === content;
}
