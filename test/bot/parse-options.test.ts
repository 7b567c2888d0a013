import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../src/answer/define-command.js';
import type { OptionValue } from '../../src/bot/option.js';
import { writeOptions } from '../../src/bot/option.js';
import { parseOptions } from '../../src/bot/parse-options.js';
import { readLine } from '../../src/console/request.js';
import { inEnglishWords } from '../in-english.js';

const ROLE = '120000000000000001';

const command = defineCommand({
  name: 'shelf set',
  description: 'Sets a shelf',
  options: {
    height: { kind: 'integer', description: 'Its height', least: 0, most: 300, isRequired: true },
    open: { kind: 'boolean', description: 'Whether it is open' },
    keeper: { kind: 'role', description: 'Who looks after it' },
    room: { kind: 'channel', description: 'Where it stands' },
    label: { description: 'What stands on it', maxLength: 20 },
  },
  // Compiles only if each option has the type of its kind.
  execute: ({ height, open = false, keeper = '', room = '', label = '' }) => {
    const height2: number = height * 2;
    const isShut: boolean = !open;
    return { kind: 'notice', title: `${height2} ${isShut} ${keeper}${room}${label}`, lines: [] };
  },
});

function read(options: Record<string, unknown>): unknown {
  const parsed = parseOptions(command, options);
  return parsed.ok ? parsed.values : inEnglishWords(parsed.reason);
}

describe('options of every kind', () => {
  it.each<[unknown, unknown, unknown, unknown]>([
    [5, true, ROLE, ROLE],
    ['5', 'yes', `<@&${ROLE}>`, `<#${ROLE}>`],
    [' +5 ', ' ON ', ` ${ROLE} `, ROLE],
    ['05', 'True', ROLE, ROLE],
  ])('are read from values and from texts: %j %j %j %j', (height, open, keeper, room) => {
    expect(read({ height, open, keeper, room })).toEqual({
      height: 5,
      open: true,
      keeper: ROLE,
      room: ROLE,
      label: undefined,
    });
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, '/shelf set needs “height”: Its height.'],
    [{ height: 'tall' }, '“height” of /shelf set must be a whole number, and “tall” is none.'],
    [{ height: 2.5 }, '“height” of /shelf set must be a whole number, and “2.5” is none.'],
    [{ height: '1e2' }, '“height” of /shelf set must be a whole number, and “1e2” is none.'],
    [{ height: [5] }, '“height” of /shelf set must be a whole number, and it is a list.'],
    [{ height: -1 }, '“height” of /shelf set must be from 0 to 300, and it is -1.'],
    [{ height: 5, open: 'maybe' }, '“open” of /shelf set must be yes or no, and “maybe” is neither.'],
    [{ height: 5, open: 1 }, '“open” of /shelf set must be yes or no, and “1” is neither.'],
    [
      { height: 5, keeper: '@keepers' },
      '“keeper” of /shelf set must be a role of this server, and “@keepers” is none.',
    ],
    [
      { height: 5, room: 'hall' },
      '“room” of /shelf set must be a channel of this server, and “hall” is none.',
    ],
    [{ height: 5, label: 7 }, '“label” of /shelf set must be a text, and it is a number.'],
  ])('%j is refused by name', (options, reason) => {
    expect(read(options)).toBe(reason);
  });

  it('are read back from texts as they were', () => {
    const values = fc.record({
      height: fc.integer({ min: 0, max: 300 }),
      open: fc.option(fc.boolean(), { nil: undefined }),
      keeper: fc.option(fc.stringMatching(/^[1-9]\d{17}$/u), { nil: undefined }),
      room: fc.option(fc.stringMatching(/^[1-9]\d{17}$/u), { nil: undefined }),
      label: fc.option(fc.stringMatching(/^\S(?:.{0,17}\S)?$/u), { nil: undefined }),
    });
    fc.assert(
      fc.property(values, (given: Record<string, OptionValue | undefined>) => {
        expect(read(writeOptions(given))).toEqual(given);
      }),
    );
  });
});

describe('a command of two words', () => {
  it.each([`/shelf set height: 5 open: no`, `/shelf   set 5 open: no`])(
    'is typed in a terminal as in Discord: %s',
    (line) => {
      expect(readLine(line, [command])).toMatchObject({ ok: true, options: { height: 5, open: false } });
    },
  );

  it('is named in full where only its group was typed', () => {
    expect(readLine('/shelf', [command])).toEqual({
      ok: false,
      reason: 'There is no command “shelf”; use one of shelf set.',
    });
  });
});
