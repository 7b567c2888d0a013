import { LRUCache } from 'lru-cache';
import type { Article } from '../article/article.js';
import { annotate } from '../language/annotation.js';
import { findFacts } from './facts/find-facts.js';
import { findEntities } from './people/find-entities.js';
import type { NameModel } from './people/name-model.js';
import { findQuotations } from './quotations/find-quotations.js';
import type { Reading } from './reading.js';
import type { StatementModel } from './statements/statement-model.js';

/**
 * UTF-16 code units of article text whose readings stay in memory: some 1,000,000 words, at 290 bytes a word about
 * 290 MB of heap (48 articles of Wikipedia, 190,000 words, took 54 MB).
 */
const MOST_KEPT = 6_000_000;

/**
 * A reader of articles. What a reload leaves unchanged is the same article, and is not read again; the readings used
 * longest ago are let go where more than `mostKept` code units of text were read. Nothing is worked out before it is
 * asked for. Without `statements` it finds only what stands in quotation marks, and nothing that is reported in the
 * article's own words.
 */
export function articleReader(
  names: NameModel,
  statements?: StatementModel,
  mostKept = MOST_KEPT,
): (article: Article) => Reading {
  const readings = new LRUCache<Article, Reading>({
    maxSize: mostKept,
    sizeCalculation: (_, article) => article.text.length + 1,
  });
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
