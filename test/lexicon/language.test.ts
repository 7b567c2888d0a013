import { describe, expect, it } from 'vitest';
import { languageOf, perLanguage } from '../../src/lexicon/language.js';

describe('a language', () => {
  it('is one for all of its tags, and makes what it needs once', () => {
    expect(['pt', 'pt-BR', 'por'].map(languageOf)).toEqual(Array.from({ length: 3 }, () => languageOf('pt')));
    let times = 0;
    const countOf = perLanguage(() => {
      times += 1;
      return times;
    });
    expect([countOf('pt'), countOf('pt-BR'), countOf('de'), countOf('por')]).toEqual([1, 1, 2, 1]);
  });

  it('that somebody makes up is forgotten behind enough others, as articles may name any', () => {
    const first = languageOf('qaa-x-first');
    expect(languageOf('qaa-x-first')).toBe(first);
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    for (const one of letters) for (const other of letters) languageOf(`q${one}${other}-x-made-up`);
    expect(languageOf('qaa-x-first')).not.toBe(first);
    expect(languageOf('pt').code).toBe('pt');
  });
});
