import type { Annotation } from '../../language/annotation.js';
import { type Candidate, toCandidate } from './name-candidate.js';
import type { NameSpan } from './name-span.js';
import { isCalled, kindOfOneWord } from './one-word-names.js';
import { isSamePerson } from './same-person.js';
import type { Gender } from './titles.js';

/** Names of one article that mean the same person, organisation or place. */
export interface NameGroup {
  readonly kind: NameSpan['kind'];
  /** In the order of the text. */
  readonly names: readonly NameSpan[];
  /** As told by a form of address or a first name; null if nothing tells it. */
  readonly gender: Gender | null;
}

interface Cluster {
  readonly kind: NameSpan['kind'];
  readonly members: Candidate[];
  /** The words of its fullest form. */
  words: readonly string[];
  /** The last words of its forms: "Peña" and "Nieto" of "Enrique Peña Nieto". */
  readonly surnames: Set<string>;
  suffix: string | null;
  gender: Gender | null;
}

/**
 * The names of an article, those of one entity together, in the order of first mention.
 *
 * A full name founds a person; a surname or first name alone joins the person that bears it, if several do, and no form of address
 * tells them apart, the one most and most lately spoken of. Organisations
 * join their acronyms and the one word that they are called by afterwards, countries their other names.
 * Gets wrong: two people of one full name, a part of a company called by the company's whole name with a word behind it, and a surname used for a brother who is never named in full.
 */
export function joinNames(
  annotation: Annotation,
  names: readonly NameSpan[],
  genderOf: (firstName: string) => Gender | null,
): NameGroup[] {
  const clusters: Cluster[] = [];
  const asTagged = names.map((name) => toCandidate(annotation, name));
  const candidates = asTagged.map((one) => {
    const kind = kindOfOneWord(one, asTagged);
    return kind === one.name.kind ? one : { ...one, name: { ...one.name, kind } };
  });
  const people = candidates.filter(({ name }) => name.kind === 'person');
  const full = people.filter(({ words }) => words.length > 1);
  for (const person of full) {
    const same = clusters.filter(
      (cluster) => isSamePerson(cluster.words, person.words) && isSameGeneration(cluster, person),
    );
    const meant = same.length > 1 ? (mostPresent(same, person) ?? same[0]) : same[0];
    if (meant === undefined) clusters.push(foundCluster(person, genderOf(person.words[0] ?? '')));
    else addTo(meant, person);
  }
  for (const person of people.filter(({ words }) => words.length <= 1)) joinSingle(clusters, person);
  const others = candidates.filter(({ name }) => name.kind !== 'person');
  // A headline has the short name of what the text below it names in full.
  for (const other of others.filter(({ isInHeading }) => !isInHeading)) joinOther(clusters, other);
  for (const other of others.filter(({ isInHeading }) => isInHeading)) joinOther(clusters, other);
  return clusters
    .map(({ kind, members, gender }) => ({
      kind,
      gender,
      names: members.map(({ name }) => name).sort((a, b) => a.start - b.start),
    }))
    .sort((a, b) => (a.names[0]?.start ?? 0) - (b.names[0]?.start ?? 0));
}

function foundCluster(candidate: Candidate, gender: Gender | null): Cluster {
  const { name, words, suffix, honorific } = candidate;
  const surnames = new Set(words.slice(-1));
  return { kind: name.kind, members: [candidate], words, surnames, suffix, gender: honorific ?? gender };
}

function addTo(cluster: Cluster, candidate: Candidate): void {
  cluster.members.push(candidate);
  if (candidate.words.length > 1) for (const word of candidate.words.slice(-1)) cluster.surnames.add(word);
  cluster.gender ??= candidate.honorific;
  cluster.suffix ??= candidate.suffix;
  if (candidate.words.length > cluster.words.length) cluster.words = candidate.words;
}

function joinSingle(clusters: Cluster[], person: Candidate): void {
  const word = person.words[0] ?? '';
  const bearers = clusters.filter(
    (cluster) =>
      cluster.kind === 'person' &&
      cluster.words.includes(word) &&
      isSameGeneration(cluster, person) &&
      (person.honorific === null || cluster.gender === null || cluster.gender === person.honorific),
  );
  const spokenOf = bearers.filter((cluster) => !isRelative(cluster));
  const meant = chooseBearer(
    spokenOf.length > 0 || isBeforeAll(bearers, person) ? spokenOf : bearers,
    person,
    word,
  );
  if (meant === undefined) clusters.push(foundCluster(person, null));
  else addTo(meant, person);
}

/** Whether somebody comes into the article as another's relative, after whom a last name alone means that other: "Her brother, Ned Marsh". */
function isRelative({ members }: Cluster): boolean {
  return members.find(({ words }) => words.length > 1)?.isKin === true;
}

/** Whether a last name comes before all who bear it. */
function isBeforeAll(bearers: readonly Cluster[], { name }: Candidate): boolean {
  return bearers.every(({ members }) => members.every((member) => member.name.start > name.start));
}

/** Whom a word alone means of those who bear it; undefined if two are as likely. */
function chooseBearer(bearers: readonly Cluster[], person: Candidate, word: string): Cluster | undefined {
  const best = Math.max(...bearers.map((cluster) => rankOf(cluster, word)));
  const likely = bearers.filter((cluster) => rankOf(cluster, word) === best);
  return mostPresent(likely, person) ?? (likely.length === 1 ? likely[0] : undefined);
}

/** "Odell Brandt Sr." and "Odell Brandt Jr." are two; one without such a word may be either. */
function isSameGeneration(cluster: Cluster, { suffix }: Candidate): boolean {
  return cluster.suffix === null || suffix === null || cluster.suffix === suffix;
}

/** A surname tells more than a first name, and that more than a middle one. */
function rankOf({ words, surnames }: Cluster, word: string): number {
  if (surnames.has(word)) return 2;
  return words[0] === word ? 1 : 0;
}

/** How much of a mention's weight is left a sentence later, when a surname may mean several people. */
const LEFT_A_SENTENCE_LATER = 0.75;

/**
 * The one most and most lately spoken of before: each mention counts, the less the more sentences lie between. Undefined if
 * two are named as often: either may be meant.
 */
function mostPresent(clusters: readonly Cluster[], person: Candidate): Cluster | undefined {
  const present = clusters
    .map((cluster) => {
      const before = cluster.members.filter(({ name }) => name.start < person.name.start);
      const weight = before.reduce(
        (sum, { sentence }) => sum + LEFT_A_SENTENCE_LATER ** (person.sentence - sentence),
        0,
      );
      return { cluster, times: before.length, weight };
    })
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = present;
  return second !== undefined && second.times === first?.times ? undefined : first?.cluster;
}

function joinOther(clusters: Cluster[], other: Candidate): void {
  const { country, key } = other;
  const same = clusters.find((cluster) => {
    if (cluster.kind !== other.name.kind) return false;
    if (cluster.members.some((member) => member.key === key)) return true;
    if (country !== null) return cluster.members.some((member) => member.country === country);
    return cluster.members.some((member) => isShortOf(member, other) || isShortOf(other, member));
  });
  const meant = same ?? findShortened(clusters, other);
  if (meant === undefined) clusters.push(foundCluster(other, null));
  else addTo(meant, other);
}

/** The one organisation named before of whose name a single word is the first or the last: "Nordhaven" of "Nordhaven Foods", "Rovers" of "Saltgate Rovers". */
function findShortened(clusters: readonly Cluster[], { name, words }: Candidate): Cluster | undefined {
  const [word = '', ...more] = words;
  if (name.kind !== 'organisation' || more.length > 0) return undefined;
  const named = clusters.filter(
    (cluster) => cluster.kind === 'organisation' && isCalled(cluster.words, word, ['first', 'last']),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** Whether one name is the acronym of the other: "WHO" and "World Health Organization". */
function isShortOf({ acronym }: Candidate, { initials }: Candidate): boolean {
  return acronym !== null && initials.includes(acronym);
}
