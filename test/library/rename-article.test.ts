import { expect, it } from 'vitest';
import { textKeyOf } from '../../src/article/text-key.js';
import { windowsOf } from '../../src/article/windows.js';
import { renameArticle } from '../../src/library/rename-article.js';
import { fixtureText, sketchArticle } from '../corpus-builder.js';

it('gives an article another id, and has its windows and its text’s key without working them out anew', () => {
  const article = sketchArticle({ id: 'harbour', text: fixtureText('facts-harbour') });
  const renamed = renameArticle(article, 'server:harbour');
  expect(renamed).toEqual({ ...article, id: 'server:harbour' });
  expect(windowsOf(renamed)).toEqual(windowsOf(article));
  expect(textKeyOf(renamed)).toBe(textKeyOf(article));
  expect(renameArticle(article, 'harbour')).toBe(article);
});
