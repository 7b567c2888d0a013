import { expect, it } from 'vitest';
import { PLAIN, renderReply } from '../../src/console/render.js';
import { toReplyJson } from '../../src/console/reply-json.js';
import { phrase } from '../../src/messages/phrase.js';

it('A sentence at the console has no character that only sets a direction', () => {
  const reply = { kind: 'refused', reason: phrase('answer.no-article', { source: 'הטחנה' }) } as const;
  const said = 'No article is called “הטחנה”; /sources lists those that are loaded.';
  expect(renderReply(reply, PLAIN)).toBe(said);
  expect(toReplyJson(reply).reason).toBe(said);
});
