import type { Article } from '../article/article.js';
import { annotate } from '../language/annotation.js';
import { findEntities } from './find-entities.js';
import { findFacts } from './find-facts.js';
import { findQuotations } from './find-quotations.js';
import type { NameModel } from './name-model.js';
import type { Reading } from './reading.js';
import type { StatementModel } from './statements/statement-model.js';

/**
 * A reader of articles. It reads each article once: the reading lives as long as the article does, so what
 * a reload leaves unchanged is not read again. Nothing is worked out before it is asked for. Without `statements` it
 * finds only what stands in quotation marks, and nothing that is reported in the article's own words.
 */
export function articleReader(names: NameModel, statements?: StatementModel): (article: Article) => Reading {
  const readings = new WeakMap<Article, Reading>();
  return (article) => {
    const known = readings.get(article);
    if (known !== undefined) return known;
    const reading = readLazily(article, names, statements);
    readings.set(article, reading);
    return reading;
  };
}

function readLazily(article: Article, names: NameModel, statements?: StatementModel): Reading {
  const annotation = once(() => annotate(article));
  const entities = once(() => findEntities(annotation(), names));
  const quotations = once(() => findQuotations(annotation(), entities(), statements));
  const facts = once(() => findFacts(annotation(), entities(), quotations()));
  return {
    article,
    get annotation() {
      return annotation();
    },
    get entities() {
      return entities();
    },
    get quotations() {
      return quotations();
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
