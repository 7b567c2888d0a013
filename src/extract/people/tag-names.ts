import type { Annotation, TokenRange } from '../../language/annotation.js';
import { cleanNames } from './clean-names.js';
import { gatherEvidence } from './name-evidence.js';
import { featuresOf } from './name-features.js';
import type { NameModel } from './name-model.js';
import { decodeLabels, findVector, LABELS, NO_WORD, scoreLabels } from './name-network.js';
import { findSegments } from './name-segments.js';
import { type NameKind, type NameSpan, nameAt } from './name-span.js';
import { Case, type NameToken, Place, viewTokens } from './name-tokens.js';

/** Words on each side whose vectors the network sees. */
const SIDE = 2;
/** How much the rest of the article counts beside what a token's own place says; chosen on held-out news (bench/eval-people.ts). */
const ARTICLE_WEIGHT = 0.3;

const KINDS: readonly NameKind[] = ['person', 'organisation', 'place'];

interface Stretch {
  readonly segment: TokenRange;
  readonly scores: readonly Float32Array[];
}

/**
 * The names of an English article, in order, not overlapping: a trained network scores each word of the
 * stretches with capital letters, all occurrences of a word in the article inform one another, and the
 * best sequence of names is taken.
 *
 * Gets wrong: names written in lower case, and names that are common words in a headline.
 */
export function tagNames(annotation: Annotation, model: NameModel): NameSpan[] {
  const tokens = viewTokens(annotation, model.lexicon);
  const stretches = scoreArticle(annotation, tokens, model);
  shareScores(tokens, stretches);
  const names = stretches.flatMap(({ segment, scores }) =>
    readNames(annotation, segment, decodeLabels(model.network, scores)),
  );
  return cleanNames(annotation, withoutShouted(tokens, names));
}

/** In a line all in capitals only what the article names elsewhere is a name. */
function withoutShouted(tokens: readonly NameToken[], names: readonly NameSpan[]): NameSpan[] {
  const isShouted = ({ tokens: own }: NameSpan): boolean =>
    ((tokens[own.first]?.place ?? 0) & Place.allCapitals) !== 0;
  const wordsOf = ({ tokens: own }: NameSpan): string[] =>
    tokens.slice(own.first, own.end).flatMap(({ bare, isWord }) => (isWord ? [bare] : []));
  const named = new Set(names.filter((name) => !isShouted(name)).flatMap(wordsOf));
  return names.filter((name) => !isShouted(name) || wordsOf(name).every((word) => named.has(word)));
}

function scoreArticle(annotation: Annotation, tokens: readonly NameToken[], model: NameModel): Stretch[] {
  const { network } = model;
  const evidence = gatherEvidence(annotation, tokens);
  const vectors = new Map<number, number>();
  const vectorOf = (token: NameToken | undefined): number => {
    if (token === undefined) return NO_WORD;
    const known = vectors.get(token.word) ?? findVector(network, token.word);
    vectors.set(token.word, known);
    return known;
  };
  return annotation.sentenceTokens.flatMap((sentence) =>
    findSegments(tokens, sentence).map((segment) => {
      const scores: Float32Array[] = [];
      for (let i = segment.first; i < segment.end; i += 1) {
        const words: number[] = [];
        for (let at = i - SIDE; at <= i + SIDE; at += 1) {
          words.push(vectorOf(at >= sentence.first && at < sentence.end ? tokens[at] : undefined));
        }
        scores.push(scoreLabels(network, featuresOf(tokens, i, segment, sentence, evidence), words));
      }
      return { segment, scores };
    }),
  );
}

/** Adds to each word's scores what its occurrences in the whole article say about its kind, on average. */
function shareScores(tokens: readonly NameToken[], stretches: readonly Stretch[]): void {
  const sums = new Map<string, { kinds: Float64Array; count: number }>();
  const each = (visit: (word: string, scores: Float32Array) => void): void => {
    for (const { segment, scores } of stretches) {
      scores.forEach((own, i) => {
        const token = tokens[segment.first + i];
        if (token !== undefined && token.case !== Case.lower) visit(token.bare, own);
      });
    }
  };
  for (const { segment, scores } of stretches) {
    scores.forEach((own, i) => {
      const token = tokens[segment.first + i];
      if (token === undefined || token.case === Case.lower || (token.place & Place.allCapitals) !== 0) return;
      const entry = sums.get(token.bare) ?? { kinds: new Float64Array(4), count: 0 };
      kindChances(own).forEach((chance, kind) => {
        entry.kinds[kind] = (entry.kinds[kind] ?? 0) + chance;
      });
      sums.set(token.bare, { kinds: entry.kinds, count: entry.count + 1 });
    });
  }
  each((word, scores) => {
    const entry = sums.get(word);
    if (entry === undefined || entry.count < 2) return;
    for (let label = 0; label < LABELS; label += 1) {
      const chance = (entry.kinds[(label + 1) >> 1] ?? 0) / entry.count;
      scores[label] = (scores[label] ?? 0) + ARTICLE_WEIGHT * Math.log(chance + 0.01);
    }
  });
}

/** The chances of no name and of each kind, from the scores of the labels. */
function kindChances(scores: Float32Array): Float64Array {
  const highest = Math.max(...scores);
  const chances = new Float64Array(4);
  let total = 0;
  scores.forEach((score, label) => {
    const chance = Math.exp(score - highest);
    chances[(label + 1) >> 1] = (chances[(label + 1) >> 1] ?? 0) + chance;
    total += chance;
  });
  return chances.map((chance) => chance / total);
}

function readNames(annotation: Annotation, segment: TokenRange, labels: readonly number[]): NameSpan[] {
  const names: NameSpan[] = [];
  let first = -1;
  for (let i = 0; i <= labels.length; i += 1) {
    const label = labels[i] ?? 0;
    if (first !== -1 && (label === 0 || label % 2 === 1)) {
      const kind = KINDS[((labels[first] ?? 1) - 1) >> 1] ?? 'person';
      const name = nameAt(annotation, kind, { first: segment.first + first, end: segment.first + i });
      names.push(name);
      first = -1;
    }
    if (label !== 0 && first === -1) first = i;
  }
  return names;
}
