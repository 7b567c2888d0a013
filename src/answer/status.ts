import type { CommandContext } from '../bot/command.js';
import type { Connection } from '../bot/connection.js';
import type { NoticeLine, NoticeReply } from '../bot/reply.js';
import type { EncoderStatus } from '../encoder/encoder.js';
import { type Phrase, phrase, type Wording } from '../messages/phrase.js';
import { mebibytes } from '../server/mebibytes.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MEBIBYTE = 1024 * 1024;

/** How the bot is: its version and what it has read in this place; for who runs it, how its connection to Discord is too. */
export async function describeStatus({
  place,
  version,
  corpus,
  server,
  connection,
  encoder,
  keeping,
}: CommandContext): Promise<NoticeReply> {
  const { articles, problems, loadedAt } = corpus;
  const passages = articles.reduce((sum, article) => sum + article.passages.length, 0);
  const lines: [Phrase, Wording][] = [
    [phrase('status.version'), version],
    [phrase('status.articles'), phrase('status.articles-read', { articles: articles.length, passages })],
    [phrase('status.loaded'), phrase('status.loaded-at', { at: loadedAt })],
    [phrase('status.failed'), phrase('status.failures', { count: problems.length })],
  ];
  if (server !== null) {
    const { count, bytes } = await server.sources.totals();
    lines.push([phrase('status.own'), phrase('status.own-size', { count, size: mebibytes(bytes) })]);
  }
  if (encoder !== null) lines.push([phrase('status.reader'), describeReader(encoder, place.isOperator)]);
  if (place.isOperator && connection !== null) lines.push(...describeConnection(connection));
  if (place.isOperator) {
    const kept =
      keeping === null
        ? phrase('status.nothing-kept')
        : phrase('status.kept-of', { servers: await keeping.countServers() });
    lines.push([phrase('status.store'), kept]);
  }
  return { kind: 'notice', title: phrase('status.title'), lines: lines.map(toLine) };
}

/** Whether questions are read closely; for who runs the bot, why not. */
function describeReader(encoder: EncoderStatus, isOperator: boolean): Wording {
  if (encoder.kind === 'ready') return phrase('status.reader-ready');
  if (encoder.kind === 'unavailable')
    return isOperator
      ? phrase('status.reader-unavailable', { reason: encoder.reason })
      : phrase('status.reader-away');
  return phrase('status.reader-starting');
}

function describeConnection({
  servers,
  shard,
  shards,
  latency,
  uptime,
  memory,
}: Connection): [Phrase, Wording][] {
  const days = Math.floor(uptime / DAY);
  const hours = Math.floor((uptime % DAY) / HOUR);
  const minutes = Math.floor((uptime % HOUR) / MINUTE);
  return [
    [phrase('status.servers'), phrase('status.server-count', { servers })],
    // People count from 1.
    [phrase('status.shard'), phrase('status.shard-of', { shard: shard + 1, shards })],
    [
      phrase('status.latency'),
      latency === null ? phrase('status.latency-unknown') : phrase('status.milliseconds', { latency }),
    ],
    [phrase('status.uptime'), phrase('status.running', { days, hours, minutes })],
    [phrase('status.memory'), phrase('status.megabytes', { size: Math.round(memory / MEBIBYTE) })],
  ];
}

function toLine([label, text]: [Phrase, Wording]): NoticeLine {
  return { label, text };
}
