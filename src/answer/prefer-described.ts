import { textAt } from '../article/article.js';
import { isWithin } from '../article/span.js';
import { isTold } from '../extract/is-told.js';
import type { NameMatch } from '../extract/people/match-name.js';
import type { Question } from '../language/question.js';
import type { Corpus } from '../library/corpus.js';
import { doInSlices } from '../scheduling/give-way.js';
import type { JudgedSentence, Verdict } from '../search/verdict.js';
import { sentenceAt } from './excerpt.js';
import { findProfiles } from './profile.js';
import { readAround } from './read-around.js';

/** Articles of the best sentences in which a person is looked for. */
const MOST_ARTICLES = 3;

/** The least that a sentence is trusted with a phrase that says who somebody is, for a question that asks just that. */
const DESCRIBED = 0.8;

/**
 * The verdict on "Who is Ada Quill?" with the sentence first that says who that is, if the articles describe one person of that
 * name; as it is for any other question, and if they do not.
 */
export async function preferDescribed(
  corpus: Corpus,
  question: Question,
  verdict: Verdict,
): Promise<Verdict> {
  const name = nameAskedFor(question);
  if (name === null) return verdict;
  const articles = [...new Set(verdict.sentences.map(({ article }) => article))]
    .filter((article) => isTold('people', article))
    .slice(0, MOST_ARTICLES);
  const sentences = verdict.sentences.filter(({ article }) => articles.includes(article));
  const profiles = await doInSlices(findProfiles(await readAround(corpus, sentences), name));
  const [profile] = profiles;
  if (profiles.length !== 1 || profile?.kind !== 'person') return verdict;
  const described = findDescribed(profile);
  if (described.length === 0) return verdict;
  const known = verdict.sentences.find((one) => described.some((other) => other.sentence === one.sentence));
  const chosen = described.find(({ sentence }) => sentence === known?.sentence) ?? described[0];
  if (chosen === undefined) return verdict;
  const probability = Math.max(DESCRIBED, known === verdict.sentences[0] ? verdict.probability : 0);
  const first = { ...chosen, probability, share: Math.max(chosen.share, verdict.sentences[0]?.share ?? 0) };
  const others = verdict.sentences.filter(({ sentence }) => sentence !== chosen.sentence);
  return { kind: 'answer', sentences: [first, ...others], probability };
}

/** What is behind "who is"; null for another question. */
function nameAskedFor({ text, kind, tokens }: Question): string | null {
  const who = tokens.findIndex(({ norm }) => norm === 'who');
  const name = tokens[who + 2];
  if (kind !== 'definition' || who === -1 || name === undefined) return null;
  return text.slice(name.start).replace(/[?!.\s]+$/u, '');
}

/** The sentences with a describing phrase, each with that phrase as its answering words. */
function findDescribed({ parts }: NameMatch): JudgedSentence[] {
  return parts.flatMap(({ analysis: { article }, entity }) =>
    entity.descriptions.flatMap((description): JudgedSentence[] => {
      const sentence = sentenceAt(article, description.start);
      if (sentence === undefined || !isWithin(description, sentence) || textAt(article, description) === '')
        return [];
      return [{ article, sentence, spans: [{ ...description, probability: 1 }], probability: 0, share: 0 }];
    }),
  );
}
