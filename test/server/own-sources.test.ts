import { describe, expect, it } from 'vitest';
import { ARTICLE_LIMITS } from '../../src/article/limits.js';
import type { ArticleReader } from '../../src/extract/article-reader.js';
import { createPages } from '../../src/fetch/pages.js';
import { serve, startSites } from '../fetch/test-site.js';
import {
  accepted,
  addText,
  attached,
  createSourcesBench,
  inPlace,
  openDesks,
  pasted,
  reasonOf,
} from './desk-bench.js';

const bench = createSourcesBench();

describe('a source that is given', () => {
  it('is shown with what is understood of it, and is not there until it is confirmed', async () => {
    const sources = await bench.open();
    const text = '“We start in May,” said Odalys Brandt.\n\nThe quay is 40 metres long.';
    const preview = accepted(await sources.prepare(pasted(text, 'The quay'), 'u'));
    expect(preview).toMatchObject({
      size: 71,
      likeness: null,
      article: { id: 'server:the-quay', meta: { title: 'The quay' } },
    });
    expect(preview.article.paragraphs).toHaveLength(2);
    expect(preview.analysis.entities.map(({ name }) => name)).toEqual(['Odalys Brandt']);
    expect(preview.analysis.attributions).toHaveLength(1);
    expect(await sources.list()).toEqual([]);
    expect(accepted(await sources.confirm(preview.draftId, 'u', null)).text).toBe(text);
    expect(await sources.list()).toMatchObject([
      { name: 'the-quay', title: 'The quay', ending: 'txt', size: 71, addedBy: 'u' },
    ]);
    expect((await sources.find('the-quay'))?.bytes).toEqual(new TextEncoder().encode(text));
  });

  it.each([
    [
      'a file of another kind',
      attached('map.rtf', 'x'),
      'map.rtf cannot be read: give a file whose name ends with one of .txt, .md, .html, .pdf, .docx, .epub.',
    ],
    [
      'a file without an ending',
      attached('notes', 'x'),
      'notes cannot be read: give a file whose name ends with one of .txt, .md, .html, .pdf, .docx, .epub.',
    ],
    [
      'an empty file',
      attached('empty.md', ''),
      'The file empty.md is empty: give one with an article in it.',
    ],
    [
      'a blank file',
      attached('blank.md', ' \n '),
      '“blank.md” is empty; write the article into it or remove it.',
    ],
    [
      'a file that is too large',
      attached('big.txt', 'a'.repeat(ARTICLE_LIMITS.ownText + 1)),
      '“big.txt” has 262,145 bytes, more than the 262,144 that an article may have: split it.',
    ],
    [
      'front matter that is wrong',
      attached('odd.md', '---\ntitle: A\npublished: soon\n---\nText.'),
      '“odd.md”, line 3: "published" is not a date (soon).',
    ],
    ['a blank text', pasted(' \n'), 'The text is empty: paste the article into it.'],
    [
      'a text without a title',
      pasted('An article.'),
      'The pasted text has no title: fill in its title, or let the text begin with front matter that states one.',
    ],
    [
      'two titles',
      pasted('---\ntitle: One\n---\nText.', 'Two'),
      'The title was given as “Two”, and the text states another one, “One”: leave one of them out.',
    ],
    [
      'an address where nothing is fetched',
      { kind: 'url', url: 'https://a.example' } as const,
      'Pages are not fetched here: give the article as a file or as text. (Whoever runs the bot can allow it.)',
    ],
  ])('is refused with what to do: %s', async (_what, given, reason) => {
    expect(reasonOf(await (await bench.open()).prepare(given, 'u'))).toBe(reason);
    expect(await bench.store.departures.listKnown()).toEqual([]);
  });

  it('has the title it states before the one of its file', async () => {
    const sources = await bench.open();
    const titleOf = async (name: string, text: string) =>
      accepted(await sources.prepare(attached(name, text), 'u')).article.meta.title;
    expect(await titleOf('harbour_news.md', '# The levy\n\nIt rose.')).toBe('The levy');
    expect(await titleOf('harbour_news.txt', 'It rose again.')).toBe('Harbour news');
    expect(
      accepted(await sources.prepare(pasted('---\ntitle: Own\n---\nText.'), 'u')).article.meta.title,
    ).toBe('Own');
  });

  it('waits an hour, also over a restart, for the one who gave it and in its server alone', async () => {
    const clock = { now: new Date('2031-05-16T10:00:00Z') };
    const given = accepted(await (await bench.open({ clock })).prepare(pasted('Text.', 'T'), 'u'));
    const gone =
      'This preview is not kept any more: it waits an hour and can be added once, by whoever gave it. Give the article again with /source add.';
    const desks = await openDesks({ store: bench.store, clock });
    const { sources } = desks.deskOf('g');
    expect(reasonOf(await sources.confirm(given.draftId, 'somebody else', null))).toBe(gone);
    expect(reasonOf(await desks.deskOf('h').sources.confirm(given.draftId, 'u', null))).toBe(gone);
    clock.now = new Date('2031-05-16T11:00:00.001Z');
    expect(reasonOf(await sources.confirm(given.draftId, 'u', null))).toBe(gone);
    clock.now = new Date('2031-05-16T11:00:00Z');
    expect(accepted(await sources.confirm(given.draftId, 'u', null)).id).toBe('server:t');
    expect(reasonOf(await sources.confirm(given.draftId, 'u', null))).toBe(gone);
  });

  it('is made an article of and read once, from its preview until it answers, and no other with it', async () => {
    const calls: string[] = [];
    const reader: ArticleReader = {
      ...inPlace,
      parse: (source) => {
        calls.push(`parse ${source.file}`);
        return inPlace.parse(source);
      },
      parseAndRead: (source, take) => {
        calls.push(`parse and read ${source.file}`);
        return inPlace.parseAndRead(source, take);
      },
    };
    const desks = await openDesks({ store: bench.store, reader });
    const { sources } = desks.deskOf('g');
    for (const name of ['one', 'two', 'three'])
      await addText(sources, `The pier of ${name} is closed.`, name);
    expect(calls).toEqual([
      'parse and read server:new.txt',
      'parse and read server:new.txt',
      'parse and read server:new.txt',
    ]);
    calls.length = 0;
    const preview = accepted(await sources.prepare(pasted('The lamp is lit by Ada Quill.', 'Lamp'), 'u'));
    const article = accepted(await sources.confirm(preview.draftId, 'u', null));
    expect(article).toBe(preview.article);
    const corpus = await desks.corpusAt('g');
    expect(await corpus.read(article)).toBe(preview.analysis);
    expect(corpus.index.findPassages('lamp').map((found) => found.article.id)).toEqual(['server:lamp']);
    await sources.remove('two');
    await desks.reload('g');
    expect((await desks.corpusAt('g')).articles.map(({ id }) => id)).toEqual([
      'server:lamp',
      'server:one',
      'server:three',
    ]);
    expect(calls).toEqual(['parse and read server:new.txt']);
  });

  it('takes the place of one with another ending, which is served no more', async () => {
    const { sources } = (await openDesks({ store: bench.store })).deskOf('g');
    await addText(sources, 'The pier is closed.', 'Pier');
    const preview = accepted(await sources.prepare(attached('pier.md', '# Pier\n\nThe pier is open.'), 'u'));
    expect(preview.likeness).toMatchObject({ name: 'pier' });
    expect(accepted(await sources.confirm(preview.draftId, 'u', 'pier')).text).toContain('open');
    expect((await sources.list()).map(({ name, ending }) => `${name}.${ending}`)).toEqual(['pier.md']);
  });

  it('is forgotten when it is left', async () => {
    const sources = await bench.open();
    const { draftId } = accepted(await sources.prepare(pasted('Text.', 'T'), 'u'));
    expect(await sources.discard(draftId, 'somebody else')).toBe(false);
    expect(await sources.discard(draftId, 'u')).toBe(true);
    expect((await sources.confirm(draftId, 'u', null)).ok).toBe(false);
  });
});

describe('the room of a server', () => {
  it('is told when there are as many articles as may be, and one may still take the place of another', async () => {
    const sources = await bench.open({ limits: { count: 1, bytes: 1_000 } });
    const early = accepted(await sources.prepare(pasted('Early.', 'Early'), 'u'));
    await addText(sources, 'One.', 'One');
    const full =
      '“Two” cannot be added: this server has as many articles of its own as it may have, 1. Remove one with /source remove first.';
    expect(reasonOf(await sources.prepare(pasted('Two.', 'Two'), 'u'))).toBe(full);
    expect(reasonOf(await sources.confirm(early.draftId, 'u', null))).toBe(full.replace('Two', 'Early'));
    expect(await addText(sources, 'One, again.', 'One', 'one')).toBe('server:one');
    expect(await sources.remove('one')).toBe(true);
    expect(await sources.remove('one')).toBe(false);
    expect(await addText(sources, 'Two.', 'Two')).toBe('server:two');
  });

  it('is told when the files would have too many bytes', async () => {
    const sources = await bench.open({ limits: { count: 9, bytes: 30_000 } });
    await addText(sources, `One. ${'Word '.repeat(3_000)}`, 'One');
    expect(reasonOf(await sources.prepare(pasted(`Two. ${'Word '.repeat(4_000)}`, 'Two'), 'u'))).toBe(
      '“Two” cannot be added: its 0.02 MiB and the 0.02 MiB that are there would be more than the 0.03 MiB this server may have. Remove something with /source remove first.',
    );
  });
});

describe('finding a source', () => {
  it('goes by name, id, title, or the beginnings of words where only one has them', async () => {
    const sources = await bench.open();
    await addText(sources, 'One.', 'Öffnung der Brücke');
    await addText(sources, 'Two.', 'The bridge opens');
    const nameOf = async (typed: string) => (await sources.find(typed))?.name;
    expect(await nameOf('offnung-der-brucke')).toBe('offnung-der-brucke');
    expect(await nameOf('server:the-bridge-opens')).toBe('the-bridge-opens');
    expect(await nameOf(' offnung der brucke ')).toBe('offnung-der-brucke');
    expect(await nameOf('bridge op')).toBe('the-bridge-opens');
    expect(await nameOf('o')).toBeUndefined();
    expect(await nameOf('nowhere')).toBeUndefined();
  });
});

describe('a page', () => {
  it('is fetched, keeps its address, and is said to have changed when it reads otherwise', async () => {
    const sites = await startSites();
    try {
      const page = (text: string) =>
        serve(
          'text/html',
          `<html><head><title>The sluice</title></head><body><article><p>${text}</p></article></body></html>`,
        );
      sites.pages.set('site.example/sluice', page('The sluice at Merrow was opened by hand.'));
      const sources = await bench.open({ pages: createPages(sites.options, inPlace) });
      const given = accepted(await sources.prepare({ kind: 'url', url: 'https://site.example/sluice' }, 'u'));
      const { meta } = accepted(await sources.confirm(given.draftId, 'u', null));
      expect(meta).toMatchObject({ title: 'The sluice', url: 'https://site.example/sluice' });
      expect((await sources.find('the-sluice'))?.fetchedAt).not.toBeNull();
      const looked: string[] = [];
      const look = () => sources.findChangedPages(({ read, of }) => looked.push(`${read}/${of}`));
      expect(await look()).toEqual({ changes: [], unlooked: 0 });
      sites.pages.set('site.example/sluice', page('The sluice at Merrow was opened by a motor.'));
      expect((await look()).changes).toEqual([
        { title: 'The sluice', url: 'https://site.example/sluice', reason: null },
      ]);
      sites.pages.delete('site.example/sluice');
      expect((await look()).changes).toMatchObject([
        { title: 'The sluice', reason: { message: 'fetch.status' } },
      ]);
      expect(looked).toEqual(['1/1', '1/1', '1/1']);
    } finally {
      await sites.close();
    }
  });
});
