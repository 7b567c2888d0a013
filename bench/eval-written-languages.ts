import { parseArgs } from 'node:util';
import { languageOf } from '../src/lexicon/language.js';
import { readWrittenArticles, writtenCases } from './ask-sets.js';
import { type AskOutcome, askAll, listErrors, printHead, printRow } from './eval-ask.js';
import { openReaderAt } from './open-reader-at.js';

/** The language of most articles, and of most questions about articles in others. */
const COMMON = 'en';

/** Articles that rules are made by, those that are kept for the closing figures (every other one), or all. */
const HALVES: Readonly<Record<string, (place: number) => boolean>> = {
  dev: (place) => place % 2 === 0,
  final: (place) => place % 2 === 1,
  all: () => true,
};

/**
 * `npm run eval -- languages --written FILE [--half dev|final|all] [--errors N]`: /ask in one language about articles in another or the same, each question put to its own article, by
 * languages (`de < en`: about a German article in English) and by the way between them. Each line of the file is an article in JSON, with questions that have their own language (`qlang`).
 */
export async function evaluateWrittenLanguages(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      written: { type: 'string', default: '' },
      half: { type: 'string', default: 'dev' },
      errors: { type: 'string', default: '0' },
    },
  });
  const isOfHalf = HALVES[values.half];
  if (isOfHalf === undefined)
    throw new Error(`There is no half "${values.half}": there are ${Object.keys(HALVES).join(', ')}.`);
  const cases = readWrittenArticles(values.written)
    .filter((_, place) => isOfHalf(place))
    .flatMap((article) => writtenCases(article, article.language ?? COMMON));
  const reader = openReaderAt(undefined);
  if (reader === null) return;
  try {
    const outcomes = await askAll(cases, reader.read);
    printHead();
    for (const nameOf of [languagesOf, wayOf]) {
      for (const [name, own] of groupBy(outcomes, nameOf)) printRow(name, own);
    }
    printErrors(outcomes);
    for (const line of listErrors(outcomes).slice(0, Number(values.errors))) console.log(line);
  } finally {
    await reader.close();
  }
}

function languagesOf({ of: { article, language } }: AskOutcome): string {
  return `${languageOf(article.meta.language).code} < ${language}`;
}

function wayOf({ of: { article, language } }: AskOutcome): string {
  const own = languageOf(article.meta.language).code;
  if (own === language) return 'own language';
  return own === COMMON ? 'over English' : 'in another';
}

/** Prints how often what went wrong did so in which way. */
function printErrors(outcomes: readonly AskOutcome[]): void {
  for (const [way, own] of groupBy(outcomes, wayOf)) {
    const kinds = groupBy(own, kindOfError);
    const counts = [...kinds].map(([kind, of]) => `${kind} ${of.length}`).toSorted();
    console.log(`${way}: ${counts.join('; ')}`);
  }
}

function kindOfError({ of: { asked }, kind, right }: AskOutcome): string {
  if (asked === 'left-open')
    return right[0] === true ? 'left open, its sentence first' : 'left open, another first';
  if (asked === 'near-miss') return kind === 'answer' ? 'near miss, called answered' : 'near miss, refused';
  if (right.length === 0) return 'answered, nothing shown';
  if (right[0] === true) return kind === 'answer' ? 'answered, right and said' : 'answered, right, not said';
  const place = right.includes(true) ? 'among three' : 'not shown';
  return `answered, another sentence ${kind === 'answer' ? 'said' : 'first'}, the right one ${place}`;
}

function groupBy(
  outcomes: readonly AskOutcome[],
  nameOf: (outcome: AskOutcome) => string,
): Map<string, AskOutcome[]> {
  const groups = new Map<string, AskOutcome[]>();
  for (const one of outcomes) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]);
  return groups;
}
