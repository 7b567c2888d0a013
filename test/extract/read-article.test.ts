import { expect, it } from 'vitest';
import { articleReader } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/files/load-name-model.js';
import { sketchArticle } from '../corpus-builder.js';

const pier = sketchArticle({ id: 'pier', text: 'The long pier at Velmouth is closed.' });
const lamp = sketchArticle({ id: 'lamp', text: 'Ada Winter keeps the lamp alight.' });

it('reads an article once', () => {
  const read = articleReader(loadNameModel());
  const first = read(pier);
  read(lamp);
  expect(read(pier)).toBe(first);
});

it('lets go of the reading used longest ago where more was read than is kept', () => {
  const room = pier.text.length + lamp.text.length;
  const read = articleReader(loadNameModel(), undefined, room);
  const first = read(pier);
  const second = read(lamp);
  const again = read(pier);
  expect(again).not.toBe(first);
  expect(again.article).toBe(pier);
  expect(read(lamp)).not.toBe(second);
});
