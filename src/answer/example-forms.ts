import type { Article } from '../article/article.js';
import { byLanguage } from '../lexicon/language.js';

/** How a language asks what an example shows; each form is given words of an article. */
interface ExampleForms {
  /** Null if the words are none that can be counted so: one thing, or more than the thing ("taken hostage"). */
  readonly howMany: (things: string) => string | null;
  readonly whoIs: (name: string) => string;
  readonly whatSaid: (speaker: string) => string;
  readonly whatIsSaidOf: (name: string) => string;
  readonly whenSpoke: (name: string) => string;
}

/** A few words that end in a plural. */
const COUNTED = /^(?!the\b)(?:[\p{L}-]+ ){0,3}(?:\p{L}+[^s\P{L}]s|people|men|women|children)$/u;

const formsIn = byLanguage<ExampleForms | null>(
  {
    en: {
      howMany: (things) => (COUNTED.test(things) ? `How many ${things} are there?` : null),
      whoIs: (name) => `Who is ${name}?`,
      whatSaid: (speaker) => `What did ${speaker} say?`,
      whatIsSaidOf: (name) => `What is said about ${name}?`,
      whenSpoke: (name) => `When did ${name} speak?`,
    },
  },
  null,
);

/** Articles of one language, and the forms in which it asks. */
interface Askable {
  readonly forms: ExampleForms;
  readonly articles: readonly Article[];
}

/** Those of some articles that can be asked for example, all in the first language that has forms; null if none is. */
export function findAskable(articles: readonly Article[]): Askable | null {
  const forms = articles.map(({ meta }) => formsIn(meta.language)).find((own) => own !== null) ?? null;
  if (forms === null) return null;
  return { forms, articles: articles.filter(({ meta }) => formsIn(meta.language) === forms) };
}
