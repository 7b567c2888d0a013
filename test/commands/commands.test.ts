import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/app/registry.js';
import type { Command } from '../../src/bot/command.js';
import { parseOptions } from '../../src/bot/parse-options.js';
import type { Reply } from '../../src/bot/reply.js';
import { buildFireCorpus, contextOf } from '../corpus-builder.js';
import { inEnglish, inEnglishWords } from '../in-english.js';

function find(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`There is no command ${name}.`);
  return command;
}

describe('the registry', () => {
  test('holds each command once, and no group that is a command too', () => {
    const names = commands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const offered = commands.filter(({ isOffered }) => isOffered).map(({ name }) => name);
    expect(offered.filter((name) => offered.some((other) => other.startsWith(`${name} `)))).toEqual([]);
  });

  test('keeps to Discord’s limits: names, descriptions, required options first', () => {
    for (const { name, description, options } of commands) {
      expect(name).toMatch(/^[a-z]{1,32}(?: [a-z]{1,32})?$/u);
      expect(description.length).toBeLessThanOrEqual(100);
      const required = Object.values(options).map(({ isRequired }) => isRequired === true);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
      for (const option of Object.values(options)) expect(option.description.length).toBeLessThanOrEqual(100);
    }
  });

  test('says of moderators’ commands, and of no other, that they are theirs', () => {
    const offered = commands.filter(({ isOffered }) => isOffered);
    const moderators = offered.filter(({ access }) => access === 'moderators').map(({ name }) => name);
    expect(moderators).toContain('reload');
    expect(
      offered.filter(({ description }) => description.endsWith('(moderators)')).map(({ name }) => name),
    ).toEqual(moderators);
  });
});

describe('parsing options', () => {
  test('takes declared options without the white space around them', () => {
    expect(parseOptions(find('ask'), { question: '  How many? ', source: null })).toEqual({
      ok: true,
      values: { question: 'How many?', source: undefined },
    });
  });

  test.each([
    ['who', {}, '/who needs “name”: A name, or words that describe them.'],
    ['who', { name: ' ' }, '/who needs “name”: A name, or words that describe them.'],
    ['who', { name: 7 }, '“name” of /who must be a text, and it is a number.'],
    ['who', { name: ['a'] }, '“name” of /who must be a text, and it is a list.'],
    ['who', { name: 'a', nam: 'b' }, '/who has no option “nam”; it takes name, source.'],
    ['sources', { x: 'y' }, '/sources has no option “x”; it takes none.'],
    ['sources', 'text', 'The options of /sources must be an object of names and values.'],
    [
      'facts',
      { kind: 'colour' },
      '“kind” of /facts must be one of number, amount, share, date, duration, place, people, and “colour” is none of them.',
    ],
    ['who', { name: 'a'.repeat(201) }, '“name” of /who takes 200 characters at most, and this one has 201.'],
  ])('/%s %j is refused by name', (name, options, reason) => {
    const parsed = parseOptions(find(name), options);
    expect(parsed.ok ? parsed : inEnglishWords(parsed.reason)).toBe(reason);
  });

  test('forgives the case of a choice', () => {
    expect(parseOptions(find('facts'), { kind: 'Date' })).toMatchObject({
      ok: true,
      values: { kind: 'date' },
    });
  });

  test('anything at all is either parsed or refused with a reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...commands), fc.anything(), (command, options) => {
        const parsed = parseOptions(command, options);
        expect(parsed.ok || inEnglishWords(parsed.reason).length > 0).toBe(true);
      }),
    );
  });

  test('running a command with options that were not parsed is a bug', async () => {
    await expect(find('who').execute({}, contextOf(await buildFireCorpus()))).rejects.toThrow(
      '/who was run with options that were not parsed.',
    );
  });
});

describe('running commands', () => {
  test('/ask passes the question on with the id of the article meant and the answer replied to', async () => {
    const asked: unknown[] = [];
    const previous = { question: 'Before?', source: null, excerpt: '' };
    const reply: Reply = { kind: 'nothing', asked: 'x', note: 'y' };
    const context = contextOf(await buildFireCorpus(), {
      previous,
      ask: (question) => {
        asked.push(question);
        return reply;
      },
    });
    await expect(
      find('ask').execute({ question: 'How many?', source: 'fire at the port' }, context),
    ).resolves.toBe(reply);
    expect(asked).toEqual([{ question: 'How many?', source: 'harbour', previous }]);
  });

  test('every command refuses a source that fits several articles and names them', async () => {
    const context = contextOf(await buildFireCorpus());
    const takers = commands.filter(({ access, options }) => access === 'everyone' && 'source' in options);
    expect(takers.length).toBeGreaterThanOrEqual(6);
    for (const command of takers) {
      const required = Object.entries(command.options).flatMap(([name, { isRequired }]) =>
        isRequired === true ? [[name, 'Solberg']] : [],
      );
      const reply = await command.execute({ ...Object.fromEntries(required), source: 'fire' }, context);
      expect(inEnglish(reply)).toEqual({
        kind: 'refused',
        reason:
          '“fire” fits several articles: “After the fire”, “Fire at the port”; name one of them in full.',
      });
    }
  });

  test('/reload reads the sources again and reports', async () => {
    const report = { added: [], removed: [], changed: [], unchanged: ['a'], problems: [], milliseconds: 3 };
    const context = contextOf(await buildFireCorpus(), { reload: () => Promise.resolve(report) });
    expect(inEnglish(await find('reload').execute({}, context))).toMatchObject({
      kind: 'notice',
      title: 'Sources read again in 3 ms',
    });
  });
});
