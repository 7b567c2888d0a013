import { isOverlapping, isWithin } from '../article/span.js';
import type { Excerpt, Section } from '../bot/reply.js';
import type { Attribution } from '../extract/attribution.js';
import type { Entity, Mention } from '../extract/entity.js';
import type { NameMatch } from '../extract/people/match-name.js';
import { type Annotation, tokensOfSentence } from '../language/annotation.js';
import type { Token } from '../language/token.js';
import { phrase } from '../messages/phrase.js';
import { createExcerpt, sentenceAt, showSentences } from './excerpt.js';
import { showQuotations } from './quote.js';

/** Excerpts shown in a section: what a reader takes in before turning a page. */
const MOST_SHOWN = 5;

/** The sentences that say who somebody is, the describing words highlighted, those that say most first; null if none does. */
export function describeProfile(profile: NameMatch): Section | null {
  const excerpts: Excerpt[] = [];
  const told = new Set<string>();
  for (const { analysis, entity } of profile.parts) {
    const { article } = analysis;
    const longestFirst = entity.descriptions.toSorted((a, b) => b.end - b.start - (a.end - a.start));
    const telling = longestFirst.filter(({ start, end }) => {
      const words = article.text.slice(start, end).toLowerCase();
      if ([...told].some((earlier) => earlier.includes(words))) return false;
      told.add(words);
      return true;
    });
    excerpts.push(...showSentences(article, telling));
  }
  return excerpts.length === 0 ? null : { heading: null, excerpts: excerpts.slice(0, MOST_SHOWN) };
}

/** The sentences that name it, those that tell of it first, and whether any does; never empty for somebody who is named. */
export function showMentions(profile: NameMatch): Section & { readonly isTelling: boolean } {
  let isTelling = false;
  const excerpts = profile.parts.flatMap(({ analysis: { article, annotation, attributions }, entity }) => {
    const named = entity.mentions.filter(({ kind }) => kind === 'name' || kind === 'part');
    const telling = named.filter(
      (mention) =>
        isActing(annotation, mention) || isOwning(annotation, mention) || isCited(attributions, mention),
    );
    isTelling ||= telling.length > 0;
    return showSentences(article, [...telling, ...named]);
  });
  return { heading: null, excerpts: excerpts.slice(0, MOST_MENTIONS), isTelling };
}

/** Sentences shown about what the articles only name. */
const MOST_MENTIONS = 3;

/** What somebody said, quoted or as reported; null if nothing. */
export function listSayings(profile: NameMatch): Section | null {
  const excerpts = profile.parts.flatMap(({ analysis: { annotation, attributions }, entity }) =>
    showQuotations(
      annotation,
      attributions.filter((q) => q.speaker?.entity === entity),
    ),
  );
  return excerpts.length === 0
    ? null
    : { heading: phrase('answer.what-they-said'), excerpts: excerpts.slice(0, MOST_SHOWN) };
}

/** Sentences in which somebody acts and says nothing, in the reporter's words and not shown yet; null if there are none. */
export function listActions(profile: NameMatch, shown: readonly (Section | null)[]): Section | null {
  if (profile.kind === 'place') return null;
  const excerpts = profile.parts.flatMap(({ analysis: { article, annotation, attributions }, entity }) => {
    const acting = entity.mentions.filter(
      (mention) =>
        isActing(annotation, mention) &&
        !isInSpeech(attributions, mention) &&
        !isCited(attributions, mention),
    );
    return showSentences(article, acting).filter((sentence) => !isShown(shown, sentence));
  });
  return excerpts.length === 0
    ? null
    : { heading: phrase('answer.what-they-do'), excerpts: excerpts.slice(0, MOST_SHOWN) };
}

/** People and organisations named in the same sentences, most often first; null if there are none. */
export function listTogether(profile: NameMatch): Section | null {
  const together = new Map<string, { excerpt: Excerpt; times: number }>();
  for (const { analysis, entity } of profile.parts) {
    const { article, entities } = analysis;
    const own = new Set(entity.mentions.map((mention) => sentenceAt(article, mention.start)?.index));
    for (const other of entities) {
      if (other === entity || other.kind === 'place') continue;
      const named = other.mentions.filter(({ kind }) => kind === 'name');
      const times = named.filter(({ start }) => own.has(sentenceAt(article, start)?.index)).length;
      const fullest = findName(article.text, other);
      if (times === 0 || fullest === undefined) continue;
      const before = together.get(other.name)?.times ?? 0;
      together.set(other.name, { excerpt: createExcerpt(article, fullest), times: before + times });
    }
  }
  if (together.size === 0) return null;
  const names = [...together.values()]
    .toSorted((a, b) => b.times - a.times)
    .slice(0, MOST_NAMES)
    .map(({ excerpt: { article, start, end } }) => ({ article, span: { start, end } }));
  return { heading: phrase('answer.mentioned-with'), excerpts: [], names };
}

/** Names shown on the line of those somebody is mentioned with. */
const MOST_NAMES = 10;

function findName(text: string, { name, mentions }: Entity): Mention | undefined {
  return mentions.find(({ start, end }) => text.slice(start, end) === name);
}

function isShown(sections: readonly (Section | null)[], sentence: Excerpt): boolean {
  return sections.some((section) =>
    section?.excerpts.some(
      (excerpt) => excerpt.article === sentence.article && isOverlapping(excerpt, sentence),
    ),
  );
}

/** Whether a mention is in somebody's words, so that showing it would need whose they are. */
function isInSpeech(attributions: readonly Attribution[], mention: Mention): boolean {
  return attributions.some(({ content }) => content.some((span) => isWithin(mention, span)));
}

/** Parts of speech that may be between who acts and the verb. */
const BETWEEN = new Set(['ADV', 'AUX']);

/** Tokens of an insertion between commas that may part who acts from the verb. */
const LONGEST_INSERTION = 16;

/**
 * Whether a mention is followed by what it does: a verb, after adverbs, auxiliaries and an insertion between
 * commas, and no preposition or verb before it.
 *
 * Gets wrong: names in a list ("Berg, Dahl and Moe left").
 */
function isActing(annotation: Annotation, mention: Mention): boolean {
  const { before, after } = neighbours(annotation, mention);
  if (before?.pos === 'ADP' || before?.pos === 'VERB') return false;
  const rest = after[0]?.norm === ',' ? skipInsertion(after) : after;
  const at = rest.findIndex(({ pos }) => !BETWEEN.has(pos));
  const verb = rest[at];
  if (verb?.pos !== 'VERB') return at > 0 && rest[at - 1]?.pos === 'AUX';
  if (at === 0 && rest !== after && !verb.norm.endsWith('ed')) return false;
  return at > 0 || !(verb.norm.endsWith('ed') && rest[1]?.norm === 'by');
}

/** The tokens behind the second comma; none if there is no second comma nearby. */
function skipInsertion(tokens: readonly Token[]): readonly Token[] {
  const second = tokens.slice(1, LONGEST_INSERTION).findIndex(({ norm }) => norm === ',');
  return second < 0 ? [] : tokens.slice(second + 2);
}

/** "Berg’s refusal". */
function isOwning(annotation: Annotation, mention: Mention): boolean {
  const [next] = neighbours(annotation, mention).after;
  return next?.norm === "'s" || next?.norm === "'";
}

/** “According to Berg”. */
function isCited(attributions: readonly Attribution[], mention: Mention): boolean {
  return attributions.some(({ speaker }) => speaker !== null && isOverlapping(speaker, mention));
}

function neighbours(annotation: Annotation, mention: Mention): { before?: Token; after: readonly Token[] } {
  const sentence = sentenceAt(annotation.article, mention.start);
  if (sentence === undefined) return { after: [] };
  const tokens = tokensOfSentence(annotation, sentence.index);
  const before = tokens.findLast(({ end }) => end <= mention.start);
  const after = tokens.filter(({ start }) => start >= mention.end);
  return { ...(before === undefined ? {} : { before }), after };
}
