import { type Message, MessageType } from 'discord.js';
import type { PreviousAnswer } from '../../bot/command.js';
import type { Corpus } from '../../library/corpus.js';
import { readExchange } from '../controls/read-exchange.js';

/** Messages of a thread that are looked through for our last one. */
const LOOKED_THROUGH = 10;

/**
 * The exchange that a message goes on from: that of our message which it replies to or, in a thread that we have
 * opened, of our last one there. Null if there is none, or it is gone.
 */
export async function readPrevious(message: Message, corpus: Corpus): Promise<PreviousAnswer | null> {
  const answer = await findPrevious(message);
  return answer === null ? null : readExchange(answer, corpus);
}

/** The exchange that the question of one of our answers goes on from; null if it goes on from none. */
export async function readBefore(answer: Message, corpus: Corpus): Promise<PreviousAnswer | null> {
  const question = await findReplied(answer);
  return question === null ? null : readPrevious(question, corpus);
}

async function findPrevious(message: Message): Promise<Message | null> {
  const answer =
    message.type === MessageType.Reply ? await findReplied(message) : await findLastInThread(message);
  return answer === null || !isOurs(answer) ? null : answer;
}

/** How many of our answers lie behind a message by way of replies, `most` at most. */
export async function countAnswers(message: Message, most: number): Promise<number> {
  let count = 0;
  let asked: Message | null = message;
  while (count < most && asked !== null) {
    const answer: Message | null = await findReplied(asked);
    if (answer === null || !isOurs(answer)) break;
    count += 1;
    asked = await findReplied(answer);
  }
  return count;
}

/** Whether a message is in a thread that we have opened. */
export function isInOurThread({ channel, client }: Message): boolean {
  return channel.isThread() && channel.ownerId === client.user.id;
}

/** The message that a message replies to; null if it replies to none, or it is gone. */
export async function findReplied(message: Message): Promise<Message | null> {
  const id = message.reference?.messageId;
  if (id === undefined || message.type !== MessageType.Reply) return null;
  return message.channel.messages.cache.get(id) ?? (await message.fetchReference().catch(() => null));
}

async function findLastInThread(message: Message): Promise<Message | null> {
  const { channel } = message;
  if (!isInOurThread(message)) return null;
  const before = await channel.messages
    .fetch({ before: message.id, limit: LOOKED_THROUGH })
    .catch(() => null);
  return before?.filter(isOurs).first() ?? null;
}

function isOurs({ author, client }: Message): boolean {
  return author.id === client.user.id;
}
