import { textAt } from '../article/article.js';
import type { CommandContext } from '../bot/command.js';
import type { Corpus } from '../library/corpus.js';
import { findAskable } from './example-forms.js';
import { listNames } from './names.js';
import { listSpeakers } from './speaker.js';

/** Articles the questions are taken from: enough to find one of each kind, few enough to be quick. */
const MOST_READ = 3;
/** Questions of one kind that are tried before going without. */
const MOST_TRIED = 8;

/** Up to this many questions are offered. */
const OFFERED = 3;

/** Questions, each of another kind, that the loaded articles answer: each has been asked. Fewer than three if few do. */
export async function findExampleQuestions(context: CommandContext): Promise<string[]> {
  const { corpus } = context;
  const askable = findAskable(corpus.articles);
  if (askable === null) return [];
  const { forms } = askable;
  const articles = askable.articles.slice(0, MOST_READ);
  const names = await listNames(corpus, articles);
  const counted = (await corpus.readAll(articles)).flatMap(({ article, facts }) =>
    facts.flatMap(({ counted: span }) => (span === null ? [] : [textAt(article, span)])),
  );
  const speakers = await listSpeakers(corpus, articles);
  const kinds = [
    counted.map(forms.howMany).filter((question) => question !== null),
    names.map(forms.whoIs),
    speakers.map(forms.whatSaid),
    names.map(forms.whatIsSaidOf),
    names.map(forms.whenSpoke),
  ];
  const found: string[] = [];
  for (const questions of kinds) {
    if (found.length === OFFERED) break;
    const question = await findAnswered(questions.slice(0, MOST_TRIED), context);
    if (question !== null) found.push(question);
  }
  return found;
}

async function findAnswered(questions: readonly string[], context: CommandContext): Promise<string | null> {
  for (const question of questions) {
    const reply = await context.ask({ question, source: undefined, previous: null }, context.corpus);
    if (reply.kind === 'answer') return question;
  }
  return null;
}

/** The questions for the corpus of the moment, found once for each corpus. */
export function rememberExampleQuestions(context: () => CommandContext): () => Promise<readonly string[]> {
  let last: { readonly corpus: Corpus; readonly questions: Promise<readonly string[]> } | undefined;
  return () => {
    const now = context();
    if (last?.corpus !== now.corpus) last = { corpus: now.corpus, questions: findExampleQuestions(now) };
    return last.questions;
  };
}
