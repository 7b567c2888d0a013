import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { startSandbox } from '../src/index.js';

test('the bot of the README comes up and answers as the README says', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const pieces = Array.from(readme.matchAll(/```js\n(.*?)```/gs), ([, code]) => code ?? '');
  expect(pieces).toHaveLength(2);
  const body = pieces.join('\n').replaceAll(/^import .*\n/gm, '');
  const known = { once, Client, Events, GatewayIntentBits, startSandbox, expect };
  const run = compileFunction(`return (async () => {${body}})();`, Object.keys(known));
  const finished: unknown = run(...Object.values(known));
  await finished;
  expect.assertions(3);
});
