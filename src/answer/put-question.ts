import type { AskedQuestion, CommandContext } from '../bot/command.js';
import type { Reply } from '../bot/reply.js';
import { cleanQuestion } from '../language/clean-question.js';
import { analyseQuestion } from '../language/question.js';
import { settleQuestion } from '../language/settle-question.js';
import { isSmallTalk } from '../language/small-talk.js';
import { phrase } from '../messages/phrase.js';

/**
 * Puts a question to the articles, from wherever it comes: cleaned of what a person does not read, and answered by a
 * friendly sentence if it is no question at all. What is shown as asked is the cleaned question; what is looked for
 * is the question as most people would type it.
 */
export async function putQuestion(
  { question, source, previous }: AskedQuestion,
  { ask, corpus }: Pick<CommandContext, 'ask' | 'corpus'>,
): Promise<Reply> {
  const cleaned = cleanQuestion(question);
  if (!/[\p{L}\p{N}]/u.test(cleaned)) return { kind: 'refused', reason: phrase('answer.question-empty') };
  if (isSmallTalk(cleaned)) return { kind: 'notice', title: phrase('answer.small-talk'), lines: [] };
  const settled = settleQuestion(cleaned);
  if (previous == null && isBare(settled)) return { kind: 'refused', reason: phrase('answer.question-bare') };
  const reply = await ask({ question: settled, source, previous }, corpus);
  return 'asked' in reply && reply.asked === settled ? { ...reply, asked: cleaned } : reply;
}

/** Words of a question with no telling one among them that may still ask for something ("What is this about?"). */
const FEWEST_PLAIN_WORDS = 3;

/** Whether a question that replies to nothing has no word to look for: "who", "how many?", "x". */
function isBare(question: string): boolean {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [only = ''] = words;
  if (words.length === 1 && /^\p{Ll}$/u.test(only)) return true;
  return words.length < FEWEST_PLAIN_WORDS && analyseQuestion(question).terms.length === 0;
}
