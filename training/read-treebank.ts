import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A sentence of a treebank: its text, and for each word its span in the text and its head's place (-1 for the root). */
export interface TreeSentence {
  readonly text: string;
  readonly words: readonly { readonly start: number; readonly end: number; readonly head: number }[];
}

/** The sentences of all CoNLL-U files of a folder (universaldependencies.org/format.html), without the empty nodes. */
export function readTreebank(folder: string): TreeSentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.conllu'))
    .sort()
    .flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .split(/\n\n+/u)
        .flatMap((block) => readSentence(block) ?? []),
    );
}

function readSentence(block: string): TreeSentence | undefined {
  const text = /^# text = (.*)$/mu.exec(block)?.[1];
  if (text === undefined) return undefined;
  const words: { start: number; end: number; head: number }[] = [];
  let from = 0;
  for (const line of block.split('\n')) {
    const [id, form, , , , , head] = line.split('\t');
    if (id === undefined || form === undefined || !/^\d+$/u.test(id)) continue;
    const start = text.indexOf(form, from);
    if (start === -1 || start - from > 3) return undefined;
    from = start + form.length;
    words.push({ start, end: from, head: Number(head) - 1 });
  }
  return words.length === 0 ? undefined : { text, words };
}
