import type { EvalQuestion } from '../bench/eval-data.js';
import type { NameKind } from '../src/extract/people/name-span.js';
import type { Reading } from '../src/extract/reading.js';
import { analyseQuestion } from '../src/language/question.js';
import type { Lexicon } from '../src/language/related-words.js';
import { profileOf } from '../src/search/article-profile.js';
import { findPresence } from '../src/search/first-stage.js';

/** What articles seldom tell of those that they name, by their kind; X stands for the name. */
const ATTRIBUTES: Readonly<Record<NameKind, readonly string[]>> = {
  person: [
    'Where was X born?',
    'When was X born?',
    'How old is X?',
    'How tall is X?',
    'What does X earn?',
    'Who is X married to?',
    'How many children does X have?',
    'Where did X study?',
    'When did X die?',
    'What is the nickname of X?',
  ],
  organisation: [
    'Who owns X?',
    'Who founded X?',
    'When was X founded?',
    'How many people work for X?',
    'Where is the headquarters of X?',
    'What is the budget of X?',
  ],
  place: [
    'How many people live in X?',
    'How high is X?',
    'Who is the mayor of X?',
    'What is the climate of X like?',
    'How far is X from the sea?',
  ],
  other: [],
};

/** Named ones of an article that are asked after. */
const ASKED_AFTER = 12;

/** Questions after what an article does not tell of those that it names; without those of which it has each word. */
export function askAttributes(reading: Reading, lexicon: Lexicon): EvalQuestion[] {
  return reading.entities.slice(0, ASKED_AFTER).flatMap(({ kind, name }, i) => {
    if (kind === 'unknown') return [];
    const forms = ATTRIBUTES[kind];
    return [i, i + 3].flatMap((pick) => {
      const text = (forms[pick % forms.length] ?? '').replace('X', name);
      return isMissing(text, reading, lexicon)
        ? [{ text, paragraph: null, answers: [], isEvidence: false }]
        : [];
    });
  });
}

/** Whether the article lacks a word of a question that is no name, and whatever may stand for it. */
function isMissing(text: string, reading: Reading, lexicon: Lexicon): boolean {
  return findPresence(profileOf(reading), analyseQuestion(text), lexicon.related).some(
    ({ term, sentences, related }) => !term.isName && sentences.length === 0 && related.length === 0,
  );
}

/**
 * A question about another article with its name exchanged for one of this article's: its subject is there, and its
 * answer is not ("When was Chopin born?" becomes "When was Ada Quill born?"). Null where the question names nothing, the
 * article names nobody, or the article has every other word of it, or one that may stand for it, and so might answer.
 */
export function swapNames(
  question: EvalQuestion,
  reading: Reading,
  pick: number,
  lexicon: Lexicon,
): EvalQuestion | null {
  const entity = reading.entities[pick % (reading.entities.length || 1)];
  const { tokens, terms } = analyseQuestion(question.text);
  const named = new Set(terms.filter(({ isName }) => isName).map(({ token }) => token));
  const first = tokens.findIndex((_, i) => named.has(i));
  if (entity === undefined || first === -1) return null;
  let end = first + 1;
  while (named.has(end)) end += 1;
  const from = tokens[first]?.start ?? 0;
  const to = tokens[end - 1]?.end ?? from;
  const text = question.text.slice(0, from) + entity.name + question.text.slice(to);
  return isMissing(text, reading, lexicon) ? { ...question, text, paragraph: null, answers: [] } : null;
}
