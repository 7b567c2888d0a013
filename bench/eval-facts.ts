import { textAt } from '../src/article/article.js';
import { isOverlapping, isWithin } from '../src/article/span.js';
import type { Entity } from '../src/extract/entity.js';
import type { Fact } from '../src/extract/fact.js';
import { readWith } from '../src/extract/read-article.js';
import { loadNameModel } from '../src/reading/load-name-model.js';
import { loadStatementModel } from '../src/reading/load-statement-model.js';
import { type GoldArticle, type GoldValue, readGoldNews } from './gold-news.js';

/** Words before a value that say how near to it the truth lies; whether they are shown with it does not matter. */
const NEARNESS =
  /^(?:some|about|around|nearly|almost|over|under|only|just|more than|less than|as much as|at least|at most|up to|roughly|the)\s+/iu;

/**
 * Prints how well figures, dates and kinds of names are found in the articles of `test/fixtures/gold-news`: of the
 * marked values how many are right, wrong (another extent, kind or day) and missed, and how many of all printed are no values; of the
 * marked names how many have the right kind, another one, and none. `--errors` prints them.
 */
export function evaluateFacts(args: readonly string[]): void {
  const read = readWith({ names: loadNameModel(), statements: loadStatementModel() });
  const tell = args.includes('--errors') ? console.log : () => undefined;
  const values = { marked: 0, right: 0, wrong: 0, missed: 0, printed: 0, nonsense: 0 };
  const dates = { marked: 0, right: 0, wrong: 0, missed: 0 };
  const names = { marked: 0, right: 0, wrong: 0, missed: 0 };
  const articles = readGoldNews();
  for (const gold of articles) {
    const { facts, entities } = read(gold.article);
    for (const value of gold.values.filter(({ kind }) => kind !== '-')) {
      const verdict = judgeValue(gold, value, facts);
      const into = value.kind === 'date' ? dates : values;
      into.marked += 1;
      into[verdict] += 1;
      if (verdict !== 'right')
        tell(`${verdict} ${value.kind}: ${textAt(gold.article, value)} | ${showNear(gold, value, facts)}`);
    }
    values.printed += facts.length;
    for (const fact of facts.filter((one) => isNonsense(gold, one))) {
      values.nonsense += 1;
      tell(`nonsense: ${show(gold, fact)} in: ${textAt(gold.article, fact.sentence)}`);
    }
    for (const [kind, listed] of Object.entries(gold.names)) {
      for (const name of listed) {
        const found = entities.find((entity) => entity.name === name || entity.aliases.includes(name));
        const isRight = kind === 'other' ? isUnknown(found) : found?.kind === kind;
        names.marked += 1;
        if (isRight) names.right += 1;
        else if (found === undefined) names.missed += 1;
        else names.wrong += 1;
        if (!isRight) tell(`name: ${name} is a ${kind} | ${found?.kind ?? 'none'}`);
      }
    }
  }
  const line = (label: string, counts: typeof dates, more = ''): void => {
    const { marked, right, wrong, missed } = counts;
    console.log(
      `${label.padEnd(10)} ${marked} marked: ${right} right, ${wrong} wrong, ${missed} missed${more}`,
    );
  };
  console.log(`\ngold-news, ${articles.length} articles`);
  const { printed, nonsense } = values;
  line('figures', values);
  line('dates', dates);
  line('names', names);
  const wrong = values.wrong + dates.wrong + nonsense;
  console.log(
    `facts wrong or nonsense, of all printed  ${(wrong / printed).toFixed(3)}  (${wrong} of ${printed})`,
  );
}

/** A name of something that is neither a person, an organisation nor a place is none of these, whether it is found or not. */
function isUnknown(found: Entity | undefined): boolean {
  return found === undefined || found.kind === 'other' || found.kind === 'unknown';
}

function judgeValue(
  { article }: GoldArticle,
  gold: GoldValue,
  facts: readonly Fact[],
): 'right' | 'wrong' | 'missed' {
  const near = facts.filter(({ kind, value }) => kind !== 'place' && isOverlapping(value, gold));
  if (near.length === 0) return 'missed';
  const wanted = textAt(article, gold).replace(NEARNESS, '');
  const isRight = near.some(({ kind, value, time, counted }) => {
    const found = textAt(article, value).replace(NEARNESS, '');
    if (gold.kind === 'date')
      return kind === 'date' && time?.from === gold.time?.from && time?.to === gold.time?.to;
    const rest = wanted.startsWith(found) ? wanted.slice(found.length) : null;
    if (rest === null || (rest !== '' && (/\p{N}/u.test(rest) || /^\p{L}/u.test(rest)))) return false;
    return rest === '' || counted !== null || !/\b(?:million|billion|dozen|half|quarter)/u.test(rest)
      ? isSameKind(kind, gold.kind)
      : false;
  });
  return isRight ? 'right' : 'wrong';
}

/** Families and votes are people or numbers, measures amounts or numbers: the marks do not decide that. */
function isSameKind(own: Fact['kind'], gold: string): boolean {
  const counts = ['number', 'people', 'amount'];
  return own === gold || (gold !== 'amount' && counts.includes(own) && counts.includes(gold));
}

function isNonsense({ article, values, names }: GoldArticle, fact: Fact): boolean {
  if (fact.kind === 'place') {
    const place = textAt(article, fact.value).replace(/^(?:southern|northern|eastern|western|central) /u, '');
    return !names.place.some((name) => name === place || name.endsWith(` ${place}`));
  }
  return !values.some((gold) => isOverlapping(gold, fact.value) || isWithin(fact.value, gold));
}

function show({ article }: GoldArticle, { kind, value, time, counted }: Fact): string {
  const days = time === null ? '' : ` ${time.from} ${time.to}`;
  return `${kind} "${textAt(article, value)}"${days}${counted === null ? '' : ` of ${textAt(article, counted)}`}`;
}

function showNear(gold: GoldArticle, value: GoldValue, facts: readonly Fact[]): string {
  const near = facts.filter((fact) => isOverlapping(fact.value, value));
  return near.map((fact) => show(gold, fact)).join('; ');
}
