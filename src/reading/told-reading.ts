import type { Article } from '../article/article.js';
import { readNothing } from '../extract/read-nothing.js';
import type { Reading } from '../extract/reading.js';
import type { Phrase } from '../messages/phrase.js';
import { doInSlices } from '../scheduling/give-way.js';
import { type PackedAnnotation, unpackAnnotation } from './packed-annotation.js';
import { joinFindings, type PackedFindings } from './packed-findings.js';
import type { ThreadAnswer } from './thread-messages.js';

/** All that a thread says of an article that it reads, as it says it. */
export interface PackedReading {
  readonly annotation: PackedAnnotation;
  readonly findings: readonly PackedFindings[];
}

/** What a thread says of an article that it reads, gathered. */
export class ToldReading {
  #annotation: PackedAnnotation | undefined;
  readonly #findings: PackedFindings[] = [];

  /** Whether that was the last of it. */
  take(answer: ThreadAnswer): boolean {
    if (answer.kind === 'annotated') this.#annotation = answer.annotation;
    if (answer.kind === 'found') this.#findings.push(answer.findings);
    return answer.kind === 'found' && answer.isLast;
  }

  /** What was told; null where not even the words were. */
  get packed(): PackedReading | null {
    return this.#annotation === undefined ? null : { annotation: this.#annotation, findings: this.#findings };
  }

  /** The reading of the article as far as it was told; `givenUp` says why there is no more. */
  async finish(article: Article, givenUp: Phrase | null): Promise<Reading> {
    const reading = this.packed === null ? readNothing(article) : await unpackReading(article, this.packed);
    return givenUp === null ? reading : { ...reading, givenUp };
  }
}

/** The reading of the article that was packed. */
export async function unpackReading(
  article: Article,
  { annotation: packed, findings: parts }: PackedReading,
): Promise<Reading> {
  const annotation = await doInSlices(unpackAnnotation(article, packed));
  return { article, annotation, ...(await doInSlices(joinFindings(parts))) };
}
