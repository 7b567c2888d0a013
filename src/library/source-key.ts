import { createHash } from 'node:crypto';
import type { SourceFile } from '../article/source-file.js';

/** A hash of all that the article of a source is made of, its name apart, which only gives its id, and its title if it has no other. */
export function sourceKey({ file, bytes, title, fetchedFrom }: SourceFile): string {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  // A title that is given makes the file's own name of no account.
  const called = title ?? { file };
  return createHash('sha256')
    .update(JSON.stringify([ending, called, fetchedFrom ?? null]))
    .update(bytes)
    .digest('base64url');
}
