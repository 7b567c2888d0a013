import { normalise } from '../../language/normalise.js';
import { tellLanguages } from '../../language/question-language.js';
import { giveWay } from '../../scheduling/give-way.js';
import { type GapQuestion, readGapQuestion } from './gap-question.js';
import { settleKeys } from './settle-keys.js';

/** What is known of a word in a wording. */
export interface KeyTraits {
  readonly isNumber: boolean;
  readonly isName: boolean;
}

/** Questions of the same words that ask for the same, whatever the order of words. */
export interface Wording {
  readonly language: string;
  /** Never empty. */
  readonly keys: ReadonlyMap<string, KeyTraits>;
  readonly asked: GapQuestion['asked'];
  readonly isNegated: boolean;
  /** The indices of its questions, in order. */
  readonly members: readonly number[];
}

/** Questions that are read before others have their turn: some 20 ms. */
const READ_AT_ONCE = 50;

const NO_TRAITS: KeyTraits = { isNumber: false, isName: false };

/** The distinct wordings of some questions, the commonest first; of equals in an order that hangs on their words alone. */
export async function listWordings(questions: readonly string[]): Promise<readonly Wording[]> {
  const read = await readAll(questions);
  const keyOf = settleKeys(read);
  const names = new Set(
    read.flatMap((question) =>
      question.words.filter(({ isName }) => isName).map((word) => keyOf(question, word)),
    ),
  );
  const wordings = new Map<string, Wording & { readonly members: number[] }>();
  for (const [i, question] of read.entries()) {
    const { language, asked, isNegated } = question;
    const keys = new Map<string, KeyTraits>();
    for (const word of question.words) {
      const key = keyOf(question, word);
      keys.set(key, { isNumber: word.isNumber, isName: names.has(key) });
    }
    if (keys.size === 0) keys.set(asItReads(questions[i] ?? ''), NO_TRAITS);
    const name = [language, asked, String(isNegated), ...[...keys.keys()].toSorted()].join(' ');
    const known = wordings.get(name);
    if (known === undefined) wordings.set(name, { language, keys, asked, isNegated, members: [i] });
    else known.members.push(i);
  }
  return [...wordings]
    .toSorted(([a, one], [b, other]) => other.members.length - one.members.length || (a < b ? -1 : 1))
    .map(([, wording]) => wording);
}

async function readAll(questions: readonly string[]): Promise<GapQuestion[]> {
  const languages = tellLanguages(questions);
  const read: GapQuestion[] = [];
  for (const [i, question] of questions.entries()) {
    if (i % READ_AT_ONCE === 0) await giveWay();
    read.push(readGapQuestion(question, languages[i] ?? 'en'));
  }
  return read;
}

/** The key of a question that says nothing by its words, so that it is like those of the same ones. */
function asItReads(question: string): string {
  const words = normalise(question).match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.length > 0 ? words.toSorted().join(' ') : question.trim()}`;
}
