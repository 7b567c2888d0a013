import type { Span } from '../article/span.js';
import type { Annotation } from '../language/annotation.js';
import { byLanguage } from '../lexicon/language.js';
import type { Attribution, Attributions } from './attribution.js';
import { findAttributions } from './attributions/find-attributions.js';
import { findQuotationsByMarks } from './attributions/speech-by-marks.js';
import type { Entity } from './entity.js';
import type { Fact } from './fact.js';
import { findDigitFacts } from './facts/find-digit-facts.js';
import { findFacts } from './facts/find-facts.js';
import { findEntities } from './people/find-entities.js';
import type { NameModel } from './people/name-model.js';
import { findNamesByCapitals } from './people/names-by-capitals.js';
import type { StatementModel } from './statements/statement-model.js';

/** The rules by which an article is read in its language. What they tell has to be in `is-told` too. */
export interface ReadingRules {
  readonly findEntities: (annotation: Annotation, names: NameModel) => Entity[];
  /** With `places` only what is said around them is found. */
  readonly findAttributions: (
    annotation: Annotation,
    entities: readonly Entity[],
    statements?: StatementModel,
    places?: readonly Span[] | null,
  ) => Attributions;
  /** With `places` only the facts around them are found. */
  readonly findFacts: (
    annotation: Annotation,
    entities: readonly Entity[],
    attributions: readonly Attribution[],
    places?: readonly Span[] | null,
  ) => Fact[];
}

/** For a language without rules of its own: names by their capitals, quotations by their marks, values in digits. */
const BY_WRITING: ReadingRules = {
  findEntities: findNamesByCapitals,
  findAttributions: findQuotationsByMarks,
  findFacts: (annotation, _, attributions) => findDigitFacts(annotation, attributions),
};

/** The rules by which articles in a language (BCP 47) are read. */
export const readingRulesOf = byLanguage<ReadingRules>(
  { en: { findEntities, findAttributions, findFacts } },
  BY_WRITING,
);
