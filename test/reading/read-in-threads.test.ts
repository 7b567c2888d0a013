import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import type { ParsedSource } from '../../src/article/source-file.js';
import { isOverlapping } from '../../src/article/span.js';
import { windowsOf } from '../../src/article/windows.js';
import type { Analysis } from '../../src/extract/analysis.js';
import type { Attribution } from '../../src/extract/attribution.js';
import { sayIn } from '../../src/messages/say.js';
import { longestWork } from '../../src/reading/longest-work.js';
import { readInThreads } from '../../src/reading/read-in-threads.js';
import { fixtureText } from '../corpus-builder.js';
import { IN_PLACE } from '../in-place.js';
import { THREAD_SCRIPT } from './thread-script.js';

const inThreads = readInThreads({ script: THREAD_SCRIPT });
afterAll(() => inThreads.close());

const file = (name: string, text: string) => ({ file: name, bytes: new TextEncoder().encode(text) });

/** A text of a few kilobytes that takes far longer than anybody waits. */
const ENDLESS = '[a]('.repeat(60_000);

/** All of an analysis, worked out. */
function listAll({ article, annotation, entities, attributions, terms, facts, givenUp }: Analysis) {
  return { article, annotation, entities, attributions, terms, facts, givenUp };
}

function reasonOf(analysis: ParsedSource): string {
  return analysis.ok ? '' : sayIn('en')(analysis.reason);
}

async function parse(text: string, name = 'a.txt'): Promise<Article> {
  const analysis = await inThreads.parse(file(name, text));
  if (!analysis.ok) throw new Error(reasonOf(analysis));
  return analysis.article;
}

describe('a reader in threads', () => {
  it.each([
    ['harbour.txt', fixtureText('facts-harbour')],
    ['quarry.txt', fixtureText('quotes-quarry')],
    ['people.txt', fixtureText('people-harbour')],
    ['fähre.md', readFileSync(new URL('../fixtures/languages/de.md', import.meta.url), 'utf8')],
    ['橋.md', readFileSync(new URL('../fixtures/languages/ja.md', import.meta.url), 'utf8')],
    [
      'levy.html',
      '<html lang="en"><head><title>The levy</title></head><body><article><h1>The levy</h1><p>“It rose by 3%,” said Ada Quill, the mayor.</p></article></body></html>',
    ],
    ['long.txt', `${fixtureText('facts-harbour')}\n\n`.repeat(20)],
  ])('makes of %s the same article as one in place, and finds the same in it', async (name, text) => {
    const [here, there] = [await IN_PLACE.parse(file(name, text)), await inThreads.parse(file(name, text))];
    expect(there).toEqual(here);
    if (!here.ok || !there.ok) throw new Error(reasonOf(there));
    // They are cut in the thread; an equal object has to have them cut anew.
    expect(windowsOf(there.article)).toEqual(windowsOf({ ...here.article }));
    expect(listAll(await inThreads.read(there.article))).toEqual(listAll(await IN_PLACE.read(here.article)));
  });

  it('makes an article of a file and reads it in one go, under the name that it is given, and keeps the analysis', async () => {
    const source = file('new.txt', fixtureText('facts-harbour'));
    const { parsed, analysis } = await inThreads.parseAndRead(source, (article) => ({
      ...article,
      id: 'harbour',
    }));
    const here = await IN_PLACE.parse(source);
    expect(parsed).toEqual(here);
    if (!here.ok || analysis === null) throw new Error('It was not read.');
    const named = { ...here.article, id: 'harbour' };
    expect(listAll(analysis)).toEqual(listAll(await IN_PLACE.read(named)));
    expect(await inThreads.read(analysis.article)).toBe(analysis);
  });

  it('tells what stands around a place of a long article before the rest of it, and then the whole', async () => {
    const article = await parse(`${fixtureText('quotes-quarry')}\n\n`.repeat(24), 'book.txt');
    expect(article.text.length).toBeGreaterThan(20_000);
    const place = article.sentences.at(-9);
    if (place === undefined) throw new Error('It has no such sentence.');
    const near = await inThreads.readNear(article, [place]);
    const whole = await inThreads.read(article);
    expect(near.annotation).toEqual(whole.annotation);
    expect(near.entities).toEqual(whole.entities);
    expect(near.facts.length).toBeLessThan(whole.facts.length);
    const isThere = ({ content }: Attribution): boolean => content.some((span) => isOverlapping(span, place));
    expect(near.attributions.filter(isThere)).toEqual(whole.attributions.filter(isThere));
    expect(near.attributions.length).toBeGreaterThan(0);
    expect(await inThreads.readNear(article, [place])).toBe(whole);
  });

  it('leaves an article that is not wanted unread, and does what it is asked next', async () => {
    const source = file('new.txt', fixtureText('people-harbour'));
    expect(await inThreads.parseAndRead(source, () => null)).toEqual({
      parsed: await IN_PLACE.parse(source),
      analysis: null,
    });
    expect(await inThreads.readFeed('no feed', 'https://a.example/feed')).toEqual(
      await IN_PLACE.readFeed('no feed', 'https://a.example/feed'),
    );
    const other = file('b.txt', 'The pier is closed.');
    expect(await inThreads.parse(other)).toEqual(await IN_PLACE.parse(other));
  });

  it('finds the same in any text', async () => {
    const pieces = fc.constantFrom(
      'Ada Quill',
      '“',
      '”',
      ' said ',
      '. ',
      '\n\n',
      '48',
      'the mayor',
      '3%',
      '🦊',
      '\u0000',
    );
    const text = fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        const source = file('a.txt', parts.join(' '));
        const [here, there] = [await IN_PLACE.parse(source), await inThreads.parse(source)];
        expect(there).toEqual(here);
        if (here.ok && there.ok)
          expect(listAll(await inThreads.read(there.article))).toEqual(
            listAll(await IN_PLACE.read(here.article)),
          );
      }),
      { numRuns: 60 },
    );
  });

  it('keeps who speaks one of those who are named', async () => {
    const article = await parse('“It rose,” said Ada Quill. Ada Quill is the mayor. “It fell,” said Quill.');
    const { entities, attributions } = await inThreads.read(article);
    expect(attributions).toHaveLength(2);
    for (const { speaker } of attributions) expect(speaker?.entity).toBe(entities[0]);
  });

  it('says what is wrong with a file as one in place does', async () => {
    for (const source of [
      file('a.pdf', 'x'),
      file('a.txt', ''),
      file('a.md', '---\npublished: soon\n---\nText.'),
      file('a.html', `${'<div>'.repeat(3_000)}x`),
    ])
      expect(await inThreads.parse(source)).toEqual(await IN_PLACE.parse(source));
  });
});

describe('an article that takes too long', () => {
  /** Milliseconds that each may take: more for one that is to be read in part. */
  let limit = 1_000;
  const hasty = readInThreads({
    script: THREAD_SCRIPT,
    most: 1,
    timeout: (kind) => (kind === 'parse' ? 1_000 : limit),
  });
  afterAll(() => hasty.close());

  it('is given up, and the next one is read', async () => {
    const [late, next] = await Promise.all([
      hasty.parse(file('links.md', ENDLESS)),
      hasty.parse(file('b.txt', 'The ferry left at noon.')),
    ]);
    expect(reasonOf(late)).toBe(
      'took longer than 1 s to read; give its text alone, without markup, or in parts',
    );
    expect(next.ok).toBe(true);
  });

  it('is given up behind its file too, and its words are told', async () => {
    limit = 1;
    const source = file('a.txt', `${fixtureText('facts-harbour')}\n\n`.repeat(40));
    const { parsed, analysis } = await hasty.parseAndRead(source, (article) => article);
    expect(parsed.ok).toBe(true);
    expect(analysis?.givenUp).toBeDefined();
  });

  it('is a robots.txt as well: its rules are not known then, and the next ones are', async () => {
    limit = 300;
    const question = {
      address: 'https://site.example/robots.txt',
      page: `https://site.example/${'a'.repeat(1_900)}`,
      agent: 'footnote',
    };
    const wildcards = `User-agent: *\n${'Disallow: /*a*a*a*a*a*a*a*b\n'.repeat(18_000)}`;
    const agents = `${'User-agent: a\n'.repeat(9_000)}${'Disallow: /b\n'.repeat(9_000)}`;
    for (const rules of [wildcards, agents]) expect(await hasty.readRules({ ...question, rules })).toBe(null);
    const rules = 'User-agent: *\nDisallow: /b\n\nUser-agent: footnote\nDisallow: /*a$';
    expect(await hasty.readRules({ ...question, rules })).toBe(false);
    expect(await hasty.readRules({ ...question, rules: rules.replace('$', 'b') })).toBe(true);
  });

  it('keeps its words where they were told apart by then', async () => {
    limit = 1_000;
    const article = await parse(`${fixtureText('facts-harbour')}\n\n`.repeat(200));
    const { annotation, facts, givenUp } = await hasty.read(article);
    expect(givenUp && sayIn('en')(givenUp)).toContain('took longer than 1 s to read');
    expect(annotation.sentenceTokens).toHaveLength(article.sentences.length);
    expect(facts).toEqual([]);
  });

  it('is named by what it did where it ends its thread, and the next one is read', async () => {
    const small = readInThreads({ script: THREAD_SCRIPT, most: 1, memory: 40 });
    const article = await parse(`${fixtureText('facts-harbour')}\n\n`.repeat(200));
    const { givenUp, facts } = await small.read(article);
    expect(givenUp && sayIn('en')(givenUp)).toBe(
      'ended the thread that read it, as where memory runs out; give its text alone, or in parts',
    );
    expect(facts).toEqual([]);
    expect((await small.parse(file('b.txt', 'The ferry left at noon.'))).ok).toBe(true);
    await small.close();
  });

  it('ends with the reader, and so does what waits for it, and neither is told of as given up', async () => {
    const told: string[] = [];
    const closing = readInThreads({ script: THREAD_SCRIPT, most: 1, onGivenUp: (on) => told.push(on) });
    const article = await parse(`${fixtureText('facts-harbour')}\n\n`.repeat(40));
    const [under, waiting] = [closing.read(article), closing.parse(file('b.txt', 'The ferry left at noon.'))];
    await closing.close();
    expect((await under).givenUp).toBeDefined();
    expect((await waiting).ok).toBe(false);
    expect(told).toEqual([]);
  });

  it('has more time the longer it is', () => {
    expect(longestWork('read', 0)).toBe(10_000);
    expect(longestWork('read', 100_000)).toBe(20_000);
    expect(longestWork('parse', 100_000)).toBe(11_000);
  });
});
