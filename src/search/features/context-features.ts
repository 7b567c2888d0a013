import type { ArticleProfile } from '../article-profile.js';
import type { Meeting } from '../compare-words.js';
import type { TermPresence } from '../first-stage.js';

/** Names of the values of `contextFeatures`, in its order. */
export const CONTEXT_FEATURES = [
  'with-previous',
  'with-next',
  'with-context',
  'previous-alone',
  'next-alone',
  'context-exclusive',
  'starts-with-pronoun',
  'starts-with-this',
  'pronoun-names-before',
  'place-in-context',
  'context-length',
  'place-in-article',
  'is-first',
  'starts-with-name',
  'linked',
  'context-often',
  'context-english',
  'reached',
  'with-previous-related',
  'first-mention',
] as const;

const PERSONAL = new Set(['he', 'she', 'it', 'they', 'his', 'her', 'its', 'their']);
const POINTING = new Set([
  'this',
  'these',
  'that',
  'those',
  'such',
  'the',
  'another',
  'both',
  'also',
  'however',
]);

/** What a word that may stand for a term, or a pronoun for a name, counts beside the term itself. */
const REACHED = 0.8;

/** How soon further sentences with a word stop counting, as in BM25. */
const SATURATION = 1.2;

/** Shares of the question's weight that a sentence has together with its neighbours and its paragraph, and how it hangs on them. */
export function contextFeatures(
  profile: ArticleProfile,
  index: number,
  presence: readonly TermPresence[],
  meeting: Meeting,
  rarity: Float64Array,
): number[] {
  const context = profile.contexts[index] ?? { first: index, end: index + 1 };
  const sum = {
    whole: 0,
    previous: 0,
    next: 0,
    context: 0,
    onlyPrevious: 0,
    onlyNext: 0,
    exclusive: 0,
    names: 0,
    linked: 0,
    often: 0,
    english: 0,
    englishContext: 0,
    reached: 0,
    related: 0,
    firstMention: 0,
  };
  presence.forEach(({ term, weight, sentences }, i) => {
    const here = Math.max(meeting.exact[i] ?? 0, 0);
    const has = (other: number): boolean =>
      other >= context.first && other < context.end && other !== index && sentences.includes(other);
    const before = has(index - 1);
    const after = has(index + 1);

    const times = countWithin(sentences, context.first, context.end);
    const around = times > 0;
    const rare = weight * (rarity[i] ?? 1);
    const isLinked = here === 0 && profile.links.get(term.key)?.has(index) === true;
    const near = meeting.soft[i] ?? 0;
    const said = Math.max(here, (meeting.related[i] ?? 0) * REACHED, near * near, isLinked ? REACHED : 0);
    sum.reached += weight * Math.max(said, before ? 0.5 : around ? 0.25 : 0);
    sum.related += weight * Math.max(said, before ? 1 : 0);
    sum.often += (weight * times) / (times + SATURATION);
    sum.english += rare;
    sum.englishContext += rare * Math.max(here, around ? 1 : 0);
    sum.whole += weight;
    sum.previous += weight * Math.max(here, before ? 1 : 0);
    sum.next += weight * Math.max(here, after ? 1 : 0);
    sum.context += weight * Math.max(here, around ? 1 : 0);
    sum.onlyPrevious += before ? weight : 0;
    sum.onlyNext += after ? weight : 0;
    sum.exclusive += around && here === 0 ? weight : 0;
    if (term.isName && here === 0 && before) sum.names += weight;
    if (sentences[0] === index) sum.firstMention += weight;
    if (isLinked) sum.linked += weight;
  });
  const whole = sum.whole || 1;
  const sentence = profile.sentences[index];
  const opening = sentence?.tokens.find((token) => token.isWord);
  const norm = opening?.norm ?? '';
  const length = context.end - context.first;
  return [
    sum.previous / whole,
    sum.next / whole,
    sum.context / whole,
    sum.onlyPrevious / whole,
    sum.onlyNext / whole,
    sum.exclusive / whole,
    PERSONAL.has(norm) ? 1 : 0,
    POINTING.has(norm) ? 1 : 0,
    PERSONAL.has(norm) ? sum.names / whole : 0,
    index - context.first,
    length,
    profile.sentences.length < 2 ? 0 : index / (profile.sentences.length - 1),
    index === context.first ? 1 : 0,
    opening?.pos === 'PROPN' ? 1 : 0,
    sum.linked / whole,
    sum.often / whole,
    sum.englishContext / (sum.english || 1),
    sum.reached / whole,
    sum.related / whole,
    sum.firstMention / whole,
  ];
}

function countWithin(sentences: readonly number[], first: number, end: number): number {
  let count = 0;
  for (const sentence of sentences) if (sentence >= first && sentence < end) count += 1;
  return count;
}
