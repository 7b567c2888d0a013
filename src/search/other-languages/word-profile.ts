import type { Article } from '../../article/article.js';
import type { Analysis } from '../../extract/analysis.js';
import { reasonWordsIn } from '../../language/asked-words.js';
import { isMonthIn } from '../../language/calendar-names.js';
import { foldWord } from '../../language/fold-word.js';
import { meaningsOf } from '../../language/meanings.js';
import { soundOf } from '../../language/sound-of.js';
import { hasTimeWords } from '../../language/time-words.js';
import { readWordIn } from '../../language/words-in.js';
import { languageOf } from '../../lexicon/language.js';
import { doAtOnce, doInSlices } from '../../scheduling/give-way.js';

/** A sentence of an article that the reader does not read, as ranking sees it. */
export interface WordSentence {
  /** The places of each key's first token, counted in words. */
  readonly places: ReadonlyMap<string, number>;
  /** Its letters in one, folded, for languages without spaces: their words are parted otherwise in every sentence. */
  readonly letters: string;
  readonly digits: readonly string[];
  /** Whether it names a month, a day of the week, a time of day or one counted from now. */
  readonly hasTime: boolean;
  /** Whether it has a word that gives a reason ("weil"). */
  readonly hasReason: boolean;
  readonly isHeading: boolean;
  /** The place of the first sentence of its paragraph. */
  readonly paragraphStart: number;
}

/** An article that the reader does not read, made ready for ranking. */
export interface WordProfile {
  readonly article: Article;
  readonly sentences: readonly WordSentence[];
  /** For each key the indexes of the sentences that have it, in order. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** For each folded word its keys: a word typed without its accents has another stem. */
  readonly folded: ReadonlyMap<string, ReadonlySet<string>>;
  /** For what is left of each word in any alphabet (see `soundOf`) its keys. */
  readonly sounds: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys of the title. */
  readonly title: ReadonlySet<string>;
  readonly titleLetters: string;
}

const profiles = new WeakMap<Analysis, WordProfile>();

/** The profile of an article as read, from memory if it was asked for before. */
export function wordProfileOf(analysis: Analysis): WordProfile {
  let profile = profiles.get(analysis);
  if (profile === undefined) {
    profile = doAtOnce(buildProfile(analysis));
    profiles.set(analysis, profile);
  }
  return profile;
}

/** Works out the profile of an article without holding up other work, so that `wordProfileOf` has it. */
export async function prepareWordProfile(analysis: Analysis): Promise<void> {
  if (!profiles.has(analysis)) profiles.set(analysis, await doInSlices(buildProfile(analysis)));
}

/** A step after each sentence. */
function* buildProfile({ article, annotation }: Analysis): Generator<undefined, WordProfile> {
  const { language, title } = article.meta;
  const isRunOn = languageOf(language).writing.isRunOn === true;
  const reasons = new Set(reasonWordsIn(language));
  const postings = new Map<string, number[]>();
  const folded = new Map<string, Set<string>>();
  const sounds = new Map<string, Set<string>>();
  const lettersOf = (text: string): string =>
    isRunOn ? foldWord(text, language).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ') : '';
  const sentences: WordSentence[] = [];
  for (const sentence of article.sentences) {
    const { first, end } = annotation.sentenceTokens[sentence.index] ?? { first: 0, end: 0 };
    const tokens = annotation.tokens.slice(first, end).filter(({ isWord }) => isWord);
    const paragraph = article.paragraphs[sentence.paragraph - 1];
    const places = new Map<string, number>();
    tokens.forEach((token, place) => {
      const surface = article.text.slice(token.start, token.end);
      const word = readWordIn(surface, language);
      if (!folded.has(word.folded)) {
        for (const form of [word.folded, ...word.others]) learn(sounds, soundOf(form), word.key);
      }
      learn(folded, word.folded, word.key);
      for (const key of [word.key, ...word.others, ...meaningsOf(surface, language).map(keyOfMeaning)]) {
        if (places.has(key)) continue;
        places.set(key, place);
        post(postings, key, sentence.index);
      }
    });
    const text = article.text.slice(sentence.start, sentence.end);
    sentences.push({
      places,
      letters: lettersOf(text),
      digits: tokens.map(({ norm }) => norm).filter((norm) => /\p{Nd}/u.test(norm)),
      hasReason: tokens.some(({ norm }) => reasons.has(norm)),
      hasTime: tokens.some(({ norm }) => isMonthIn(norm, language)) || hasTimeWords(text, language),
      isHeading: paragraph?.kind === 'heading',
      paragraphStart: paragraph?.firstSentence ?? sentence.index,
    });
    yield;
  }
  const titleWords = title.split(/[^\p{L}\p{N}\p{M}'\u2019]+/u);
  return {
    article,
    sentences,
    postings,
    folded,
    sounds,
    title: new Set(
      titleWords.flatMap((surface) => {
        const { key, others } = readWordIn(surface, language);
        return [key, ...others, ...meaningsOf(surface, language).map(keyOfMeaning)];
      }),
    ),
    titleLetters: lettersOf(title),
  };
}

/** A key that no word has. */
export function keyOfMeaning(meaning: number): string {
  return `=${meaning}`;
}

function learn(forms: Map<string, Set<string>>, form: string, key: string): void {
  const keys = forms.get(form);
  if (keys === undefined) forms.set(form, new Set([key]));
  else keys.add(key);
}

function post(postings: Map<string, number[]>, key: string, index: number): void {
  const list = postings.get(key);
  if (list === undefined) postings.set(key, [index]);
  else list.push(index);
}
