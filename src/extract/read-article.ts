import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import { annotate } from '../language/annotation.js';
import type { Analysis } from './analysis.js';
import type { NameModel } from './people/name-model.js';
import { readingRulesOf } from './reading-rules.js';
import type { StatementModel } from './statements/statement-model.js';

/** What reading has learned. */
export interface AnalysisModels {
  readonly names: NameModel;
  /** Left out, only what is in quotation marks is found, and nothing that is reported in the article's own words. */
  readonly statements?: StatementModel;
}

/** An analysis whose parts are worked out when they are first asked for. */
export interface OpenAnalysis extends Analysis {
  /**
   * The same without the attributions, terms and facts that are elsewhere than around some places: those of a whole book take two
   * thirds of the time.
   */
  readonly near: (places: readonly Span[]) => Analysis;
}

/** Reads articles by models; each part of an analysis is worked out when it is first asked for, and kept. */
export function readWith(models: AnalysisModels): (article: Article) => OpenAnalysis {
  return (article) => readLazily(article, models);
}

type Findings = Pick<Analysis, 'attributions' | 'terms' | 'facts'>;

function readLazily(article: Article, { names, statements }: AnalysisModels): OpenAnalysis {
  const rules = readingRulesOf(article.meta.language);
  const annotation = once(() => annotate(article));
  const entities = once(() => rules.findEntities(annotation(), names));
  const find = (places: readonly Span[] | null): Findings => {
    const said = once(() => rules.findAttributions(annotation(), entities(), statements, places));
    const facts = once(() => rules.findFacts(annotation(), entities(), said().attributions, places));
    return {
      get attributions() {
        return said().attributions;
      },
      get terms() {
        return said().terms;
      },
      get facts() {
        return facts();
      },
    };
  };
  const open = (findings: Findings): Analysis => ({
    article,
    get annotation() {
      return annotation();
    },
    get entities() {
      return entities();
    },
    get attributions() {
      return findings.attributions;
    },
    get terms() {
      return findings.terms;
    },
    get facts() {
      return findings.facts;
    },
  });
  const whole = open(find(null));
  return Object.assign(whole, {
    near: (places: readonly Span[]): Analysis => Object.assign(open(find(places)), { isNear: true as const }),
  });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
