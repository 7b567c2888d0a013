import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openFootnote } from '../../src/app/compose.js';
import { readConfig } from '../../src/app/config.js';
import { commands } from '../../src/app/registry.js';
import { runConsole } from '../../src/console/run-console.js';
import { IN_PLACE } from '../in-place.js';
import { sharedReader } from '../shipped-reader.js';

const PIER = 'test/fixtures/pier';

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the console as `npm run console -- …` does, in this process: most of a program's second is its start. */
async function run(
  words: readonly string[],
  input = '',
  environment: Record<string, string> = {},
): Promise<Run> {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const [stdout, stderr] = [text(output), text(errors)];
  const code = await runConsole(words, {
    input: Readable.from([input]),
    output,
    errors,
    config: readConfig(environment),
    open: (seedsDir) => openFootnote({ seedsDir, reader: IN_PLACE, encoder: sharedReader() }),
    startReader: () => undefined,
  });
  output.end();
  errors.end();
  return { code, stdout: await stdout, stderr: await stderr };
}

const OFFERED = commands.filter(({ isOffered }) => isOffered).map(({ name }) => name);

describe('one command at the console', () => {
  it('shows the excerpt to the letter, with its citation', async () => {
    const { code, stdout } = await run(['ask', 'How many boats sank?', '--seeds', PIER]);
    expect(code).toBe(0);
    expect(stdout.replaceAll('*', '')).toContain(
      '  > A fire destroyed the old pier of Vesterhavn on Sunday, and 14 fishing boats sank beside it.\n' +
        '  [1] Fire at the old pier · The Port Post · 2025-03-09 · paragraph 1 · https://example.org/pier-fire',
    );
  });

  it('takes its options by name or in their order, and the folder from SEEDS_DIR too', async () => {
    const named = await run(['quote', '--speaker', 'Ada Finch'], '', { SEEDS_DIR: PIER });
    const inOrder = await run(['quote', 'Ada Finch', `--seeds=${PIER}`]);
    expect(named.stdout).toContain('“We lost everything in an hour,”');
    expect(inOrder.stdout).toBe(named.stdout);
  });

  it.each([
    [['dance'], `There is no command “dance”; use one of ${OFFERED.join(', ')}.`],
    [['ask'], '/ask needs “question”: What you want to know.'],
    [['inspect', 'nowhere'], 'There is no article “nowhere”; there are pier-fire.'],
    [
      ['sources', '--seeds', 'nowhere'],
      'The folder of the articles, nowhere, cannot be read (ENOENT); check SEEDS_DIR or --seeds.',
    ],
  ])('says what is wrong with %j on the error stream, and fails', async (words, message) => {
    const { code, stdout, stderr } = await run(words, '', { SEEDS_DIR: PIER });
    expect({ code, stdout, stderr: stderr.trim() }).toEqual({ code: 2, stdout: '', stderr: message });
  });

  it('names the files that it could not read, and serves the others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
    try {
      writeFileSync(join(folder, 'good.txt'), 'The pier burned on Sunday.');
      writeFileSync(join(folder, 'bad.txt'), '---\npublished: soon\n---\nText.');
      const { stdout, stderr } = await run(['search', 'pier', '--seeds', folder]);
      expect(stderr).toBe('bad.txt:2: "published" is not a date (soon)\n');
      expect(stdout).toContain('burned on Sunday.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('escapes of a terminal', () => {
  it('in names of files, front matter and texts reach it neither raw nor in JSON', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-escapes-'));
    writeFileSync(join(folder, 'bad\u001b[2J\u009b31m.xyz'), 'Text.');
    writeFileSync(
      join(folder, 'pier.txt'),
      `---\ntitle: "Pier \\e[2J\\u009b1m \\u202e done"\nauthor: "Ada \\a Quill"\n---\nThe pier \u001b[31m opened on Monday. ${'It is long. '.repeat(200)}`,
    );
    const inputs = '{"id":"\\u001b[2J","command":"ask","options":{"question":"When did the pier open?"}}\n';
    const outputs = await Promise.all([
      run(['sources', '--seeds', folder]),
      run(['batch', '--seeds', folder], `${inputs}{"command":"\\u009b2J"}\n`),
      run(['sources', '--seeds', `${folder}/\u001b[2Jgone`]),
    ]);
    rmSync(folder, { recursive: true });
    for (const { stdout, stderr } of outputs)
      expect(`${stdout}${stderr}`).not.toMatch(/(?![\t\n])[\p{Cc}\u202a-\u202e]/u);
    expect(outputs[0]?.stderr).toContain('bad�[2J�31m.xyz');
    expect(outputs[0]?.stdout).toContain('Pier �[2J�1m  done');
  });
});

describe('a batch', () => {
  it('answers line by line in order, and a bad line with an error', async () => {
    const lines = [
      '\ufeff{"id":1,"command":"ask","options":{"question":"How many boats sank?","source":"pier-fire"}}',
      'not JSON',
      '{"id":"b","command":"dance"}',
      '{"id":3,"command":"ask","options":{}}',
      '{"id":"beside","command":"ask","question":"How many boats sank?"}',
      '{"id":4,"options":{}}',
      '[]',
      '{"id":5,"command":"ask","options":{"question":7}}',
      '{"id":6,"command":"quote","options":{"speaker":"finch"}}',
      '{"id":7,"command":"ask","options":{"question":"Who sank?","source":"nowhere"}}',
      '{"id":9007199254740993,"command":"privacy"}',
    ];
    const { code, stdout, stderr } = await run(['batch', '--seeds', PIER], lines.join('\n'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [asked, ...rest] = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(asked).toMatchObject({ id: 1, reply: { kind: 'answer' } });
    expect(asked).toHaveProperty(
      'reply.excerpts[0]',
      expect.objectContaining({
        source: 'pier-fire',
        paragraph: 1,
        start: 0,
        end: 91,
        text: 'A fire destroyed the old pier of Vesterhavn on Sunday, and 14 fishing boats sank beside it.',
      }),
    );
    expect(rest).toMatchObject([
      { id: null, error: 'This line is not JSON; write {"id":…,"command":…,"options":{…}}.' },
      { id: 'b', error: expect.stringMatching(/^There is no command “dance”; use one of ask, who,/u) },
      { id: 3, error: '/ask needs “question”: What you want to know.' },
      {
        id: 'beside',
        error:
          '/ask needs “question”: What you want to know. Write it in “options”: {"options":{"question":…}}.',
      },
      { id: 4, error: '“command” must be the name of a command.' },
      { id: null, error: 'The request must be an object.' },
      { id: 5, error: '“question” of /ask must be a text, and it is a number.' },
      {
        id: 6,
        reply: {
          kind: 'answer',
          excerpts: [
            {
              text: '“We lost everything in an hour,” said Ada Finch, the harbour master.',
              highlights: [{ start: 110, end: 142 }],
              speaker: { name: 'Ada Finch', start: 148, end: 157 },
              manner: 'quoted',
            },
          ],
        },
      },
      { id: 7, reply: { kind: 'refused', excerpts: [] } },
      { id: null, error: '“id” must be a text or a number, a whole one below 9007199254740992.' },
    ]);
  });
});

describe('inspect', () => {
  it('gives an array with what was understood, as spans into the text', async () => {
    const { stdout } = await run(['inspect', '--seeds', PIER]);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        source: 'pier-fire',
        title: 'Fire at the old pier',
        paragraphs: [{ start: 0, end: 108 }, { start: 110 }, {}],
        sentences: [{ start: 0, end: 91 }, { start: 92, end: 108 }, {}, {}, {}, {}],
        attributions: expect.arrayContaining([
          expect.objectContaining({ kind: 'direct', content: [{ start: 110, end: 142 }] }),
        ]),
      },
    ]);
  });
});

describe('a conversation at the console', () => {
  it('answers questions, commands with named options, and replies to the last answer, and ends with the input though nobody reads its output any more', async () => {
    const child = spawn(process.execPath, ['dist/src/console/main.js', '--seeds', PIER], {
      env: { ...process.env, SEEDS_DIR: '' },
    });
    const closed = once(child, 'close');
    const written = { output: '', complaint: '' };
    child.stdout.on('data', (data: Buffer) => {
      written.output += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      written.complaint += data.toString();
    });
    child.stdin.write('How many boats sank?\n/quote topic: hour speaker: Ada Finch\n/dance\n');
    await expect.poll(() => written.output, { timeout: 60_000 }).toContain('There is no command “dance”');
    expect(written.output.replaceAll('*', '')).toContain('14 fishing boats sank beside it.');
    expect(written.output).toContain('“We lost everything in an hour,”');
    child.stdout.destroy();
    child.stdin.end('> And where was that?\n/facts\n');
    await closed;
    expect([child.exitCode, written.complaint]).toEqual([0, '']);
  });
});
