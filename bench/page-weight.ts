import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The page's budget in bytes, gzipped. */
const BUDGET = 200_000;

/** Prints what each file of the built page weighs, gzipped, and fails above the budget: `npm run page:weight`. */
function weigh(): void {
  const folder = new URL('../../packages/local-discord/dist/page/', import.meta.url);
  const weights = readdirSync(folder).map((name) => ({
    name,
    bytes: gzipSync(readFileSync(new URL(name, folder))).length,
  }));
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, bytes } of weights) console.log(`${bytes.toLocaleString('en')}\t${name}`);
  console.log(`${total.toLocaleString('en')}\tof ${BUDGET.toLocaleString('en')} bytes, gzipped`);
  if (total > BUDGET) process.exitCode = 1;
}

weigh();
