import { createHash } from 'node:crypto';
import { excerptsOf, type Reply } from '../../bot/reply.js';

/** Characters of a fingerprint: 36 bits, so that one changed result in 70 thousand million looks unchanged. */
const LENGTH = 6;

/** A short text that differs if a reply shows other excerpts or lines: tells whether a reload changed a result. */
export function fingerprintReply(reply: Reply): string {
  const excerpts = excerptsOf(reply).map(({ article, start, end }) => [
    article.id,
    start,
    article.text.slice(start, end),
  ]);
  const lines = reply.kind === 'notice' ? reply.lines.map(({ label, text }) => [label, text]) : [];
  const content = JSON.stringify([reply.kind, excerpts, lines]);
  return createHash('sha256').update(content).digest('base64url').slice(0, LENGTH);
}
