import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Span } from '../src/article/span.js';

/** A gold attribution: who says what, in PolNeAR's sense, which takes in attitudes and wishes too. */
export interface GoldAttribution {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** All spans of the content, in order; empty if the annotators left it open. */
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
}

/** An article of the corpus with what it attributes to anybody. */
export interface AttributedText {
  readonly doc: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

const mentionSchema = z.object({ spans: z.array(z.tuple([z.number().int(), z.number().int()])) });
const lineSchema = z.object({
  doc: z.string(),
  kind: z.enum(['direct', 'mixed', 'indirect']),
  source: z.array(mentionSchema),
  cue: z.array(mentionSchema),
  content: z.array(mentionSchema),
});

/**
 * The texts of a part of PolNeAR (Newell et al. 2018) with their attributions, by name. Its offsets count code points and are
 * turned into UTF-16 code units. Throws, naming the folder, if the data is absent.
 */
export function readPolnear(folder: string, part: 'train' | 'dev'): AttributedText[] {
  const file = path.join(folder, 'quotes', `polnear-${part}.jsonl`);
  if (!existsSync(file)) {
    throw new Error(
      `${file} does not exist: set EVAL_DATA to the folder that holds quotes/polnear-${part}.jsonl`,
    );
  }
  const texts = path.join(folder, 'quotes', `polnear-${part}`);
  const byDoc = new Map<string, z.infer<typeof lineSchema>[]>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const parsed = lineSchema.parse(JSON.parse(line));
    byDoc.set(parsed.doc, [...(byDoc.get(parsed.doc) ?? []), parsed]);
  }
  return readdirSync(texts)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const doc = name.slice(0, -'.txt'.length);
      const text = readFileSync(path.join(texts, name), 'utf8');
      const offsets = unitOffsets(text);
      const attributions = (byDoc.get(doc) ?? []).map(({ kind, source, cue, content }) => ({
        kind,
        source: toSpans(source, offsets),
        cue: toSpans(cue, offsets),
        content: toSpans(content, offsets),
      }));
      return { doc, text, attributions };
    });
}

function unitOffsets(text: string): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    offsets.push(offset);
    offset += character.length;
  }
  offsets.push(offset);
  return offsets;
}

function toSpans(mentions: z.infer<typeof mentionSchema>[], offsets: readonly number[]): Span[] {
  return mentions
    .flatMap(({ spans }) => spans)
    .map(([start, end]) => ({ start: offsets[start] ?? 0, end: offsets[end] ?? 0 }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
}
