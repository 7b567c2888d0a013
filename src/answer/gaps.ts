import type { PreviousAnswer } from '../bot/command.js';
import type { NoticeLine, NoticeReply, RefusedReply, Reply } from '../bot/reply.js';
import { phrase } from '../messages/phrase.js';
import { GAP_DAYS, type GapGroup } from '../server/gap-list.js';
import type { ServerDesk } from '../server/server-desk.js';
import { completeQuestion } from './follow-up.js';

/** A server without which there are no gaps. */
type Desk = Pick<ServerDesk, 'gaps'> | null;

/** Whether an unanswered question tells by itself what is missing: a follow-up to another ("and when?") does not. */
export function isWorthKeeping(question: string, previous: PreviousAnswer | null): boolean {
  return completeQuestion(question, previous).texts.includes(question);
}

/** The questions that the articles of the server did not answer, alike ones together, most frequent first, each with a button that takes it off. */
export async function listGaps(server: Desk): Promise<Reply> {
  if (server === null) return noServer();
  const gaps = await server.gaps.list();
  const kept = { text: phrase('gaps.kept', { days: GAP_DAYS }) };
  const lines = gaps.length === 0 ? [{ text: phrase('gaps.none') }] : gaps.map(describeGap);
  return {
    kind: 'notice',
    title: phrase('gaps.title', { count: gaps.length }),
    lines: [...lines, kept],
    again: { command: 'gaps', options: {} },
  };
}

/** The list without the questions like this one; as it is if they have gone already. */
export async function settleGap(id: string, server: Desk): Promise<Reply> {
  if (server === null) return noServer();
  await server.gaps.settle(Number(id));
  return listGaps(server);
}

/** A press on "Wrong passage". */
export interface WrongPress {
  readonly question: string;
  /** The id of the message with the answer. */
  readonly message: string;
}

/** Notes that an answer was not what was asked for, behind what was asked before if it was a follow-up, and thanks; a message counts once. */
export async function recordWrong(
  press: WrongPress,
  previous: PreviousAnswer | null,
  server: Desk,
): Promise<NoticeReply | RefusedReply> {
  if (server === null) return noServer();
  const isNew = await server.gaps.record(describeAsked(press, previous), 'wrong', press.message);
  const text = isNew ? phrase('gaps.noted') : phrase('gaps.noted-before');
  return { kind: 'notice', title: phrase('gaps.thanks'), lines: [{ text }] };
}

/** The question; behind the one that it goes on from, if it says nothing by itself. */
function describeAsked({ question }: WrongPress, previous: PreviousAnswer | null): string {
  return previous === null || isWorthKeeping(question, previous)
    ? question
    : `${previous.question} ${question}`;
}

function describeGap({ id, question, count, wrong, lastAt }: GapGroup): NoticeLine {
  return {
    label: question,
    text: phrase('gaps.asked', { count, wrong, at: lastAt }),
    action: {
      label: phrase('gaps.done'),
      style: 'plain',
      command: 'gaps done',
      options: { gap: String(id) },
    },
  };
}

function noServer(): RefusedReply {
  return { kind: 'refused', reason: phrase('gaps.no-server') };
}
