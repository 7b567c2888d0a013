import type { Article } from '../article/article.js';
import type { Analysis } from '../extract/analysis.js';
import type { Entity } from '../extract/entity.js';
import { readNothing } from '../extract/read-nothing.js';
import type { Annotation } from '../language/annotation.js';
import type { Phrase } from '../messages/phrase.js';
import { doInSlices } from '../scheduling/give-way.js';
import { type PackedAnnotation, unpackAnnotation } from './packed-annotation.js';
import { joinFindings, type PackedFindings } from './packed-findings.js';
import type { ThreadAnswer } from './thread-messages.js';

/** All that a thread says of an article that it reads, as it says it. */
export interface PackedAnalysis {
  readonly annotation: PackedAnnotation;
  readonly entities: readonly Entity[];
  readonly findings: readonly PackedFindings[];
}

/** What a thread says of an article that it reads, gathered. */
export class ToldAnalysis {
  #packed: PackedAnnotation | undefined;
  #annotation: Promise<Annotation> | undefined;
  readonly #entities: Entity[] = [];
  readonly #findings: PackedFindings[] = [];
  #nearby: PackedFindings[] = [];

  /** Takes what is said next: `last` for the last of it all, `near` for the last of what is near some places (see `finishNear`). */
  take(answer: ThreadAnswer): 'last' | 'near' | null {
    if (answer.kind === 'annotated') this.#packed = answer.annotation;
    if (answer.kind === 'named') this.#entities.push(...answer.entities);
    if (answer.kind !== 'found') return null;
    const isWhole = answer.of === 'whole';
    (isWhole ? this.#findings : this.#nearby).push(answer.findings);
    return answer.isLast ? (isWhole ? 'last' : 'near') : null;
  }

  /** What was told; null if not even the words were. */
  get packed(): PackedAnalysis | null {
    return this.#packed === undefined
      ? null
      : { annotation: this.#packed, entities: this.#entities, findings: this.#findings };
  }

  /** The analysis of the article as far as it was told; `givenUp` says why there is no more. */
  async finish(article: Article, givenUp: Phrase | null): Promise<Analysis> {
    const analysis = (await this.#unpack(article, this.#findings)) ?? readNothing(article);
    return givenUp === null ? analysis : { ...analysis, givenUp };
  }

  /** The analysis near the places that were told last; null if nothing was. */
  async finishNear(article: Article): Promise<Analysis | null> {
    const findings = this.#nearby;
    this.#nearby = [];
    const analysis = await this.#unpack(article, findings);
    return analysis && { ...analysis, isNear: true };
  }

  async #unpack(article: Article, findings: readonly PackedFindings[]): Promise<Analysis | null> {
    if (this.#packed === undefined) return null;
    this.#annotation ??= doInSlices(unpackAnnotation(article, this.#packed));
    const entities = this.#entities;
    const joined = await doInSlices(joinFindings(entities, findings));
    return { article, annotation: await this.#annotation, entities, ...joined };
  }
}

/** The analysis of the article that was packed. */
export async function unpackAnalysis(
  article: Article,
  { annotation: packed, entities, findings: parts }: PackedAnalysis,
): Promise<Analysis> {
  const annotation = await doInSlices(unpackAnnotation(article, packed));
  return { article, annotation, entities, ...(await doInSlices(joinFindings(entities, parts))) };
}
