/**
 * Tags news texts with the shipped name model and with what the bot makes of its names in the whole article, so that
 * names-export.js can train the next one on them as well.
 *
 *   node dist/training/names-silver.js SILVER.json
 *
 * Reads EVAL_DATA/quotes (default ../shared/data): the texts of PolNeAR, not its annotation. What teaches is
 * not the tags of well-known names but their copies under other names in the same sentences.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createArticle } from '../src/article/create-article.js';
import { findEntities } from '../src/extract/people/find-entities.js';
import { annotate } from '../src/language/annotation.js';
import { loadNameModel } from '../src/reading/load-name-model.js';
import { ORGANISATIONS } from './names-organisations.js';

/** Names that are nobody's, which a first model may take for people. */
const PEOPLE_TOO = new Set(
  'ford chelsea nielsen gallup bayer merck boeing spiegel slate salon fox'.split(' '),
);
const UNMISTAKABLE = new Set(ORGANISATIONS.filter((name) => !PEOPLE_TOO.has(name)));

const model = loadNameModel();
const data = join(process.env.EVAL_DATA ?? '../shared/data', 'quotes');
const texts = ['polnear-train', 'polnear-dev'].flatMap((part) =>
  readdirSync(join(data, part))
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readFileSync(join(data, part, file), 'utf8')),
);
const tagged = texts.map((text) => {
  const meta = { title: '', url: null, author: null, publisher: null, published: null, language: 'en' };
  const entities = findEntities(annotate(createArticle({ id: '', text, meta })), model);
  const corrected = entities.flatMap(({ kind, mentions }) =>
    kind === 'other' || kind === 'unknown'
      ? []
      : mentions.flatMap(({ start, end, kind: form }) =>
          form === 'name'
            ? [
                {
                  start,
                  end,
                  kind: UNMISTAKABLE.has(text.slice(start, end).toLowerCase()) ? 'organisation' : kind,
                },
              ]
            : [],
        ),
  );
  return { text, names: corrected };
});
writeFileSync(process.argv[2] ?? 'silver.json', JSON.stringify(tagged));
