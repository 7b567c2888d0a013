import type { Span } from '../../article/span.js';

/** Words between quotation marks, marks included; the outermost pair if marks are within marks. */
export interface MarkedSpan extends Span {
  /** The place of its paragraph in `article.paragraphs`, counted from 1. */
  readonly paragraph: number;
  /** Whether a closing mark ends it. */
  readonly isClosed: boolean;
  /** Whether the next paragraph goes on with it: no closing mark here, an opening one there. */
  readonly isContinued: boolean;
  /** Code units of the opening mark, and of the closing one (0 if there is none). */
  readonly opening: number;
  readonly closing: number;
  /** Whether a dash at the paragraph's beginning opens it, in place of a mark. */
  readonly isDashed?: boolean;
}
