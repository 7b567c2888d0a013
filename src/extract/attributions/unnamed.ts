import type { Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Speaker } from '../attribution.js';

/** A speaker of whom only the mention is known as yet. */
export function unnamed({ article }: Annotation, { start, end }: Span): Speaker {
  return { start, end, name: article.text.slice(start, end), entity: null, behalf: null };
}
