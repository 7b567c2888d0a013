import type { Article } from '../article/article.js';
import { annotate } from '../language/annotation.js';
import { findAttributions } from './attributions/find-attributions.js';
import { findFacts } from './facts/find-facts.js';
import { findEntities } from './people/find-entities.js';
import type { NameModel } from './people/name-model.js';
import type { Reading } from './reading.js';
import type { StatementModel } from './statements/statement-model.js';

/** What reading has learned. */
export interface ReadingModels {
  readonly names: NameModel;
  /** Left out, only what stands in quotation marks is found, and nothing that is reported in the article's own words. */
  readonly statements?: StatementModel;
}

/** Reads articles by models; each part of a reading is worked out when it is first asked for, and kept. */
export function readWith(models: ReadingModels): (article: Article) => Reading {
  return (article) => readLazily(article, models);
}

function readLazily(article: Article, { names, statements }: ReadingModels): Reading {
  const annotation = once(() => annotate(article));
  const entities = once(() => findEntities(annotation(), names));
  const said = once(() => findAttributions(annotation(), entities(), statements));
  const facts = once(() => findFacts(annotation(), entities(), said().attributions));
  return {
    article,
    get annotation() {
      return annotation();
    },
    get entities() {
      return entities();
    },
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
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
