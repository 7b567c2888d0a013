import { beforeAll, describe, expect, it } from 'vitest';
import { prepareSource } from '../../src/answer/own-sources.js';
import type { CommandContext } from '../../src/bot/command.js';
import type { Store } from '../../src/store/store.js';
import { buildTestCorpus, contextOf } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';
import { openDesks } from '../server/desk-bench.js';
import { openTemporary } from '../store/open-temporary.js';

let context: CommandContext;
let store: Store;
beforeAll(async () => {
  const opened = await openTemporary();
  store = opened.store;
  const desks = await openDesks({ store });
  context = contextOf(await buildTestCorpus([]), {
    server: desks.deskOf('1'),
    place: { guildId: '1', userId: '2', isModerator: true, isOperator: false, language: 'en' },
  });
  return opened.remove;
});

async function paste(text: string) {
  const form = { texts: { text, title: 'The mill' }, files: {} };
  return inEnglish(await prepareSource({ ...context, form }));
}

describe('a pasted text', () => {
  it('that fills its field is refused, as its end may be missing', async () => {
    const text = 'The mill is sold. '.repeat(300).slice(0, 4_000).trim();
    expect(await paste(text)).toEqual({
      kind: 'refused',
      reason:
        'The text fills its field to the last of 4,000 characters, so its end may have been cut off: give it as a file.',
    });
    expect((await paste(text.slice(0, 3_900))).kind).toBe('notice');
  });
});
