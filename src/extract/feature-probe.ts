import { createArticle } from '../article/create-article.js';
import { type Annotation, annotate } from '../language/annotation.js';
import { mixHashes } from './hash-text.js';

/** A text of whatever features look at: names with titles and initials, a headline, reported speech in each of its forms, marks, figures. */
const PROBE = `COUNCIL VOTES ON THE OLD BRIDGE

Mayor Ada Quill said on Monday that the bridge at Velmouth would close for 12 weeks. According to Dr. B. T. Okafor, who leads the Harbour Board, it may cost $3.5 million, and nobody has agreed to pay.

“We were told nothing,” the shopkeepers’ spokesman, Iben Falk-Moe, told the Velmouth Courier. He added: it is the third time in ten years. The council’s report, published by Ms Quill’s office, claims otherwise (see page 4); whether the work begins in May is unclear.`;

const META = { title: 'Probe', url: null, author: null, publisher: null, published: null, language: 'en' };

/** The words of the text that tells whether features are still the same. */
export function probeFeatures(): Annotation {
  return annotate(createArticle({ id: 'probe', text: PROBE, meta: META }));
}

/** Numbers in their order as one short text. */
export class FeatureHash {
  #hash = 0;

  add(numbers: Iterable<number>): void {
    for (const number of numbers) this.#hash = mixHashes(this.#hash, number);
  }

  toString(): string {
    return this.#hash.toString(16).padStart(8, '0');
  }
}
