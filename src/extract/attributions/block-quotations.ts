import { type Paragraph, textAt } from '../../article/article.js';
import { isWithin } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Attribution, Speaker } from '../attribution.js';
import type { Entity } from '../entity.js';

const DASHED = /^[\u2014\u2013-]+\s*/u;
const QUOTED = /["\u201c\u201d\u00ab\u00bb\u201e]/u;
/** Words of a line that cites somebody, at most. */
const LONGEST_CITATION = 12;

/** A block quotation with who is cited for it. */
export interface BlockQuotation {
  readonly attribution: Attribution;
  /** Whether its words are in quotation marks of their own, and so are found by them. */
  readonly isMarked: boolean;
}

/**
 * The block quotations of an article that cite somebody in a line of their own at the end or right behind ("— Ada Winter, mayor"); one that
 * cites nobody is nobody's, as it may be of a document.
 *
 * Gets wrong: a line with a name that ends what is quoted and cites nobody.
 */
export function findBlockQuotations({ article }: Annotation, entities: readonly Entity[]): BlockQuotation[] {
  return runsOf(article.paragraphs).flatMap(({ run, next }) => {
    const last = run.at(-1);
    const inside = last === undefined || run.length < 2 ? null : cite(last, false);
    const behind = inside === null && next !== undefined ? cite(next, true) : null;
    const speaker = inside ?? behind;
    const content = (inside === null ? run : run.slice(0, -1)).map(({ start, end }) => ({ start, end }));
    if (speaker === null || content.length === 0) return [];
    const isMarked = content.some((span) => QUOTED.test(textAt(article, span)));
    return [{ attribution: { kind: 'direct', content, cue: null, speaker }, isMarked }];
  });

  /** Who is cited in a line that holds no more than that; with `isDashed` only behind a dash. */
  function cite(line: Paragraph, isDashed: boolean): Speaker | null {
    const text = textAt(article, line);
    const dash = DASHED.exec(text)?.[0] ?? '';
    const words = text.split(/\s+/u).length;
    if (words > LONGEST_CITATION || QUOTED.test(text) || (isDashed && dash === '')) return null;
    if (dash === '' && /[.!?]$/u.test(text)) return null;
    const span = { start: line.start + dash.length, end: line.end };
    for (const entity of entities) {
      if (entity.kind !== 'person' && entity.kind !== 'organisation') continue;
      const mention = entity.mentions.find(({ kind, ...own }) => kind === 'name' && isWithin(own, span));
      const isFirst = mention !== undefined && !/,/u.test(article.text.slice(span.start, mention.start));
      if (mention === undefined || !isFirst) continue;
      return { start: mention.start, end: mention.end, name: entity.name, entity, behalf: null };
    }
    const name = textAt(article, span).split(',')[0]?.trim() ?? '';
    const isName = dash !== '' && /^\p{Lu}/u.test(name);
    return isName
      ? { start: span.start, end: span.start + name.length, name, entity: null, behalf: null }
      : null;
  }
}

/** Paragraphs of one block quotation after the other, with the one behind each. */
function runsOf(
  paragraphs: readonly Paragraph[],
): { readonly run: readonly Paragraph[]; readonly next: Paragraph | undefined }[] {
  const runs: { run: Paragraph[]; next: Paragraph | undefined }[] = [];
  paragraphs.forEach((paragraph, i) => {
    const open = runs.at(-1);
    if (paragraph.isQuote !== true) return;
    if (open !== undefined && open.next === paragraph) {
      open.run.push(paragraph);
      open.next = paragraphs[i + 1];
    } else runs.push({ run: [paragraph], next: paragraphs[i + 1] });
  });
  return runs;
}
