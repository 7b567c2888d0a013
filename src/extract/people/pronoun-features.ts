import type { Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { isSaying } from './name-tokens.js';

/** A place where a person is spoken of by name, by a describing phrase, or by a pronoun resolved before. */
export interface PersonMention extends Span {
  readonly tokens: TokenRange;
  /** Which person: its place in the caller's list. */
  readonly person: number;
}

/** What of an article pronouns are resolved by, worked out once. */
export interface Setting {
  readonly annotation: Annotation;
  /** For each token, its sentence. */
  readonly sentenceOf: Int32Array;
  /** For each token, how many verbs are before it in the article. */
  readonly verbsBefore: Int32Array;
  /** For each token, 1 inside quotation marks. */
  readonly quoted: Uint8Array;
}

/** Sentences, verbs and quotation marks of an article, by token. */
export function readSetting(annotation: Annotation): Setting {
  const { tokens, article } = annotation;
  const sentenceOf = new Int32Array(tokens.length);
  const verbsBefore = new Int32Array(tokens.length + 1);
  const quoted = new Uint8Array(tokens.length);
  let paragraph = -1;
  let isQuoted = false;
  annotation.sentenceTokens.forEach((range, sentence) => {
    const own = article.sentences[sentence]?.paragraph ?? 0;
    if (own !== paragraph) isQuoted = false;
    paragraph = own;
    for (let i = range.first; i < range.end; i += 1) {
      const token = tokens[i];
      if (token === undefined) continue;
      sentenceOf[i] = sentence;
      verbsBefore[i + 1] = (verbsBefore[i] ?? 0) + (token.pos === 'VERB' || token.pos === 'AUX' ? 1 : 0);
      if (/^["\u201c\u201d]|^``$|^''$/u.test(article.text.slice(token.start, token.end)))
        isQuoted = !isQuoted;
      quoted[i] = isQuoted ? 1 : 0;
    }
  });
  return { annotation, sentenceOf, verbsBefore, quoted };
}

/** A pronoun to resolve: its token, and what it is in its sentence. */
export interface Pronoun {
  readonly at: number;
  readonly role: 'subject' | 'object' | 'possessive';
}

/** A person that a pronoun may mean. */
export interface Choice {
  readonly person: number;
  /** Its mentions before the pronoun, in order; or, if there are none, those after it in the same sentence. */
  readonly mentions: readonly PersonMention[];
  /** How many other people were mentioned after its last mention. */
  readonly recency: number;
  /** Its share of all mentions of people before the pronoun. */
  readonly share: number;
  readonly isGenderKnown: boolean;
  /** The last pronoun of this gender meant this person, at most two sentences before. */
  readonly isLastMeant: boolean;
  /** The first person that the article names. */
  readonly isFirstOfArticle: boolean;
}

/** What is counted about a choice, by name: each is a weight in `PRONOUN_WEIGHTS`. */
export type Features = Map<string, number>;

/** What speaks for and against a pronoun meaning a person. */
export function featuresOfChoice(setting: Setting, pronoun: Pronoun, choice: Choice): Features {
  const { annotation, sentenceOf, quoted } = setting;
  const features: Features = new Map();
  const add = (name: string, value = 1): void => {
    features.set(name, value);
  };
  const last = choice.mentions.at(-1);
  if (last === undefined) return features;
  const sentence = sentenceOf[pronoun.at] ?? 0;
  const distance = sentence - (sentenceOf[last.tokens.first] ?? 0);
  const isAfter = last.tokens.first > pronoun.at;
  add(isAfter ? 'after' : `distance ${Math.min(4, distance)}`);
  add(`recency ${Math.min(3, choice.recency)}`);
  add('count', Math.log(1 + choice.mentions.length));
  add('share', choice.share);
  if (choice.isGenderKnown) add('gender known');
  if (choice.isLastMeant) add(`last meant ${pronoun.role}`);
  if (choice.isFirstOfArticle) add('first of article');
  const isSubject = isSubjectMention(setting, last);
  if (isSubject) add(`subject ${Math.min(2, distance)} ${pronoun.role}`);
  if (distance === 0 && !isAfter) {
    const verbs = (setting.verbsBefore[pronoun.at] ?? 0) - (setting.verbsBefore[last.tokens.end] ?? 0);
    add(`verbs ${Math.min(2, verbs)} ${pronoun.role} ${isSubject ? 'subject' : 'other'}`);
  }
  const near = Math.min(1, distance);
  if (isActing(annotation, last)) add(`acts ${near} ${pronoun.role}`);
  if (isVerb(annotation.tokens[last.tokens.first - 1])) add(`acted on ${near} ${pronoun.role}`);
  if (
    distance === 0 &&
    choice.mentions.some(
      (mention) => sentenceOf[mention.tokens.first] === sentence && isActing(annotation, mention),
    )
  ) {
    add(`acts here ${pronoun.role}`);
  }
  if (annotation.tokens[last.tokens.end]?.norm === "'s") add(`genitive ${Math.min(1, distance)}`);
  const before = annotation.tokens[last.tokens.first - 1];
  if (before?.pos === 'ADP') add(`preposition ${Math.min(1, distance)}`);
  if (before?.pos === 'CCONJ') add('conjunction');
  if (
    choice.mentions.some(
      (mention) =>
        isSubjectMention(setting, mention) && sentence - (sentenceOf[mention.tokens.first] ?? 0) === 1,
    )
  ) {
    add(`subject before ${pronoun.role}`);
  }
  const isQuoted = quoted[pronoun.at] === 1;
  if (isQuoted !== (quoted[last.tokens.first] === 1)) add(isQuoted ? 'from quote' : 'into quote');
  if (isQuoted && distance <= 1 && choice.mentions.some((mention) => isSpeaker(setting, mention, sentence)))
    add('speaker');
  if (
    !isQuoted &&
    pronoun.role === 'subject' &&
    isSaying(annotation.tokens[pronoun.at + 1]?.norm ?? '') &&
    isSpeaker(setting, last, sentence - 1)
  ) {
    add('goes on saying');
  }
  return features;
}

function isVerb(token: Token | undefined): boolean {
  return token?.pos === 'VERB' || token?.pos === 'AUX';
}

/** Whether a verb follows a mention, an adverb between them at most: "Trump reportedly called". */
function isActing({ tokens }: Annotation, { tokens: own }: PersonMention): boolean {
  const next = tokens[own.end];
  return isVerb(next) || (next?.pos === 'ADV' && isVerb(tokens[own.end + 1]));
}

/** Whether a mention is before the first verb of its sentence and after no preposition. */
function isSubjectMention({ annotation, sentenceOf, verbsBefore }: Setting, mention: PersonMention): boolean {
  const range = annotation.sentenceTokens[sentenceOf[mention.tokens.first] ?? 0];
  if (range === undefined || (verbsBefore[mention.tokens.first] ?? 0) - (verbsBefore[range.first] ?? 0) > 0)
    return false;
  for (let i = range.first; i < mention.tokens.first; i += 1)
    if (annotation.tokens[i]?.pos === 'ADP') return false;
  return annotation.tokens[mention.tokens.end]?.norm !== "'s";
}

/** Whether a mention is next to a verb of saying, outside quotation marks, at most a sentence away. */
function isSpeaker(
  { annotation, sentenceOf, quoted }: Setting,
  { tokens }: PersonMention,
  sentence: number,
): boolean {
  if (quoted[tokens.first] === 1 || Math.abs((sentenceOf[tokens.first] ?? 0) - sentence) > 1) return false;
  const around = [
    annotation.tokens[tokens.first - 1],
    annotation.tokens[tokens.end],
    annotation.tokens[tokens.first - 2],
  ];
  return around.some((token) => isSaying(token?.norm ?? ''));
}
