import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluateQuestions } from './eval-questions.js';

/*
 * npm run eval [-- FILE.json ...] [--errors N] [--sample N]     /ask on question sets
 * npm run eval -- quotes | people                               the other parts, where they have their sets
 *
 * The sets are read from the folder named by EVAL_DATA (default ../shared/data).
 */

const here = dirname(fileURLToPath(import.meta.url));

async function evaluatePart(part: 'quotes' | 'people', args: readonly string[]): Promise<void> {
  const path = join(here, `eval-${part}.js`);
  if (!existsSync(path)) throw new Error(`There is no evaluation of ${part} (bench/eval-${part}.ts).`);
  const module: unknown = await import(path);
  const name = part === 'quotes' ? 'evaluateQuotes' : 'evaluatePeople';
  const evaluate = typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined;
  if (typeof evaluate !== 'function') throw new Error(`bench/eval-${part}.ts exports no ${name}.`);
  await evaluate(args);
}

const args = process.argv.slice(2);
const [first] = args;
if (first === 'quotes' || first === 'people') await evaluatePart(first, args.slice(1));
else await evaluateQuestions(args);
