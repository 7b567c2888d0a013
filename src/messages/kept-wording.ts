import { z } from 'zod';
import { readCatalogue } from './catalogue.js';
import type { MessageId } from './message-id.js';
import type { Wording } from './phrase.js';

/** Words as JSON, to be kept and said later; what goes into their places are texts, numbers and other phrases. */
export function writeWording(words: Wording): string {
  return JSON.stringify(words);
}

const valueSchema = z.union([z.string(), z.number()]);

const keptSchema = z.object({
  message: z.string().refine(isMessageId),
  get values() {
    return z.record(
      z.string(),
      z.union([valueSchema, keptSchema, z.array(z.union([z.string(), keptSchema]))]),
    );
  },
});

/** The words that were kept; null for what another version of Footnote kept and this one cannot say. */
export function readWording(json: string): Wording | null {
  const parsed = z.union([z.string(), keptSchema]).safeParse(parseJson(json));
  return parsed.success ? parsed.data : null;
}

function isMessageId(id: string): id is MessageId {
  return Object.hasOwn(readCatalogue('en'), id);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
