import { describe, expect, it } from 'vitest';
import type { Encoder, EncoderFailure, ReaderWindow, WindowOdds } from '../../src/encoder/encoder.js';
import { rememberOdds } from '../../src/search/remember-odds.js';

const window = (...sentences: string[]): ReaderWindow => ({ title: 'The pier', sentences });

/** Odds that tell what was read. */
const oddsOf = (question: string, { sentences }: ReaderWindow): WindowOdds =>
  sentences.map((sentence) => ({ answers: question.length + sentence.length, leavesOpen: 0, spans: [] }));

/** A reader, and what it was given. */
function watch(fails: EncoderFailure | null = null) {
  const given: [string, ...string[]][] = [];
  let failure = fails;
  const read: Encoder['read'] = (question, windows) => {
    given.push([question, ...windows.map(({ sentences }) => sentences.join(' '))]);
    return Promise.resolve(
      failure === null
        ? { ok: true, windows: windows.map((one) => oddsOf(question, one)) }
        : { ok: false, reason: failure },
    );
  };
  return {
    read: rememberOdds(read),
    given,
    mend: () => {
      failure = null;
    },
  };
}

describe('what a reader made of windows', () => {
  it('is remembered for the same question and the same sentences under the same title, and for nothing else', async () => {
    const { read, given } = watch();
    const [a, b, c] = [window('It creaks.'), window('It is old.', 'It is long.'), window('It is new.')];
    const odds = (question: string, ...all: ReaderWindow[]) => ({
      ok: true,
      windows: all.map((one) => oddsOf(question, one)),
    });
    expect(await read('How old?', [a, b])).toEqual(odds('How old?', a, b));
    expect(await read('How old?', [b, a])).toEqual(odds('How old?', b, a));
    expect(given).toHaveLength(1);
    expect(await read('How old?', [c, a, b])).toEqual(odds('How old?', c, a, b));
    expect(await read('How long?', [a])).toEqual(odds('How long?', a));
    expect(await read('How old?', [{ ...a, title: 'The mill' }])).toEqual(odds('How old?', a));
    expect(await read('How old?', [window('It is old. It is long.')])).toMatchObject({ ok: true });
    expect(given.slice(1)).toEqual([
      ['How old?', 'It is new.'],
      ['How long?', 'It creaks.'],
      ['How old?', 'It creaks.'],
      ['How old?', 'It is old. It is long.'],
    ]);
  });

  it('is told for a window that stands among the others twice', async () => {
    const { read } = watch();
    const a = window('It creaks.');
    expect(await read('Why?', [a, a])).toEqual({ ok: true, windows: [oddsOf('Why?', a), oddsOf('Why?', a)] });
  });

  it('is nothing where reading failed, so that it is tried again', async () => {
    const { read, mend, given } = watch('late');
    expect(await read('Why?', [window('It creaks.')])).toEqual({ ok: false, reason: 'late' });
    mend();
    expect(await read('Why?', [window('It creaks.')])).toMatchObject({ ok: true });
    expect(given).toHaveLength(2);
  });
});
