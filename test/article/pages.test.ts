import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { parsePage } from '../../src/article/parse-page.js';
import { readSource } from '../../src/article/read-source.js';
import { phrase } from '../../src/messages/phrase.js';
import { inEnglishWords } from '../in-english.js';

const FIRST = 'The ferry to Skerra will not sail for a week, its owner said. Salt has eaten through a valve.';
const SECOND = 'Islanders can cross with the mail boat at eight. It takes twelve people.';
const STORY = `<h1>No ferry</h1><p>${FIRST}</p><p>${SECOND}</p>`;
const CONSENT = `<h2>Your privacy</h2>${'<p>We and our 847 partners keep and read what is on your device, to show and measure advertisements and to learn who reads us. You may accept this, or refuse it where a legitimate interest is claimed.</p>'.repeat(3)}`;

function read(html: string, file = 'a.html') {
  const parsed = readSource({ file, bytes: new TextEncoder().encode(html) });
  if (!parsed.ok) throw new Error(inEnglishWords(parsed.reason));
  return parsed.article;
}

const prose = (html: string): string[] => {
  const article = read(html);
  return article.paragraphs
    .filter(({ kind }) => kind !== 'heading')
    .map((paragraph) => textAt(article, paragraph));
};

describe('a short article on a page with longer other text', () => {
  it.each([
    ['a cookie box', `<div class="cookie-banner">${CONSENT}</div><article>${STORY}</article>`],
    ['a dialog', `<dialog open>${CONSENT}</dialog><main>${STORY}</main>`],
    ['a dialog by its role', `<main>${STORY}</main><div role="dialog" aria-modal="true">${CONSENT}</div>`],
    ['an aside', `<div><article>${STORY}</article><aside>${CONSENT}</aside></div>`],
    ['comments', `<article>${STORY}</article><section id="comments">${CONSENT}</section>`],
    [
      'comments that are articles',
      `<main><article>${STORY}</article><div class="comment-list">${`<article class="comment">${CONSENT}</article>`.repeat(2)}</div></main>`,
    ],
    [
      'a consent banner inside the article',
      `<article>${STORY}<div id="onetrust-consent-sdk">${CONSENT}</div></article>`,
    ],
    [
      'a newsletter box without landmarks',
      `<div><h1>No ferry</h1><p>${FIRST}</p><p>${SECOND}</p></div><div class="newsletter">${CONSENT}</div>`,
    ],
    [
      'a hidden part',
      `<article>${STORY}</article><div style="display:none">${CONSENT}</div><div hidden>${CONSENT}</div>`,
    ],
    [
      'a footer and a navigation',
      `<nav>${CONSENT}</nav><article>${STORY}</article><footer>${CONSENT}</footer>`,
    ],
    [
      'a wrapper that is hidden from readers’ aids',
      `<div aria-hidden="true"><article>${STORY}</article></div><div role="dialog">${CONSENT}</div>`,
    ],
    ['a wrapper that a script shows', `<div id="app" style="display: none"><main>${STORY}</main></div>`],
    [
      'a box called in camel case',
      `<div class="storyBody">${STORY}</div><div class="jsOverlay cookieConsent">${CONSENT}</div>`,
    ],
    ['a box of a vendor', `<div id="didomi-host">${CONSENT}</div><div>${STORY}</div>`],
    [
      'a box of no name that has buttons',
      `<div class="x1"><div>${CONSENT}</div><div><button>Reject all</button><button>Accept all</button></div></div><div class="x2">${STORY}</div>`,
    ],
    [
      'a box of no name behind the article',
      `<div>${STORY}</div><div><div>${CONSENT}</div><a href="#">Akzeptieren</a></div>`,
    ],
    ['a box of no name above the heading', `<div>${CONSENT}</div><div>${STORY}</div>`],
    [
      'a wrapper without a heading that an open dialog hides',
      `<div aria-hidden="true"><p>${FIRST}</p><p>${SECOND}</p></div><div role="dialog">${CONSENT}</div>`,
    ],
    [
      'comments under a heading',
      `<main>${STORY}<section><h2>12 Comments</h2>${CONSENT.replace(/<h2>.*?<\/h2>/u, '')}</section></main>`,
    ],
    [
      'comments under a heading alone',
      `<main>${STORY}<h3>2 thoughts on “No ferry”</h3>${CONSENT.replace(/<h2>.*?<\/h2>/u, '')}</main>`,
    ],
    [
      'comments by their label',
      `<main>${STORY}<section aria-label="Reader comments">${CONSENT}</section></main>`,
    ],
    [
      'a longer teaser that is an article too',
      `<main><article>${STORY}</article><article><h2>Privacy</h2>${CONSENT}</article></main>`,
    ],
    [
      'an author’s box',
      `<article>${STORY}<div class="author-box"><p>Ada Finch keeps bees.</p></div></article>`,
    ],
    [
      'a wrapper called after the box',
      `<div class="page cookie-banner-open has-sidebar"><main>${STORY}</main></div><div class="cookie-banner">${CONSENT}</div>`,
    ],
  ])('is read, and not %s', (_, body) => {
    expect(prose(`<!doctype html><html><body>${body}</body></html>`)).toEqual([FIRST, SECOND]);
  });

  it('is taken from the page’s data where the page shows only its beginning', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'No ferry',
      articleBody: `${FIRST}\n\n${SECOND}`,
    });
    const body = `<script type="application/ld+json">${data}</script><main><h1>No ferry</h1><p>${FIRST.slice(0, 40)}…</p>${CONSENT}</main>`;
    expect(prose(`<html><body>${body}</body></html>`)).toEqual([FIRST, SECOND]);
  });

  it('says where those who look for the main text disagree', () => {
    const other =
      '<p>The council met until midnight, and left more questions open than it closed, as all who stayed could tell.</p>';
    const article = read(
      `<html><body><article><ul>${'<li>Adult ticket, eight crowns</li>'.repeat(4)}</ul></article><div>${other.repeat(8)}</div></body></html>`,
    );
    expect(article.notes.map((note) => inEnglishWords(note))).toEqual([
      'which part of the page is the article is not certain: check what was read, or give its text alone',
    ]);
    expect(read(`<article>${STORY}</article>`).notes).toEqual([]);
  });
});

describe('an offer inside an article that is longer than it', () => {
  const PLANS = `<h3>Stay with us</h3>${'<p>You are reading one of our longer pieces. Those who pay for them keep three people in work, and a month of it is nine crowns, or eighty a year.</p>'.repeat(4)}`;
  it.each([
    ['in a paywall', `<div class="paywall">${PLANS}<button>Subscribe</button></div>`],
    ['of no name', `<div>${PLANS}<a href="/join">Become a member</a></div>`],
    [
      'in a section, for those who have an account',
      `<section>${PLANS}<p><a href="/in">Log in to read</a></p></section>`,
    ],
    [
      'with its button in a form',
      `<div class="wall"><form>${PLANS}<input type="submit" value="Start your free trial"></form></div>`,
    ],
  ])('is none of its text: %s', (_, offer) => {
    expect(prose(`<html lang="en"><body><article>${STORY}${offer}</article></body></html>`)).toEqual([
      FIRST,
      SECOND,
    ]);
    expect(prose(`<html lang="en"><body><div>${STORY}${offer}</div></body></html>`)).toEqual([FIRST, SECOND]);
  });

  it('leaves an article whose body is called a paywall, or that ends in a button', () => {
    const body = `<p>${FIRST}</p><p>${SECOND}</p>`;
    expect(
      prose(`<article><h1>No ferry</h1><div class="paywall">${body}<a href="/in">Log in</a></div></article>`),
    ).toEqual([FIRST, SECOND]);
    expect(prose(`<div><div>${body}<button>Subscribe</button></div></div>`)).toEqual([FIRST, SECOND]);
  });

  it('leaves what a reader opens, however long it is, behind the article', () => {
    const more =
      '<p>The log of 1971 was read by two clerks, page by page, and each trip was written down.</p>'.repeat(
        5,
      );
    const shown = prose(
      `<article>${STORY}<details><summary>How we counted</summary>${more}</details></article>`,
    );
    expect(shown.slice(0, 2)).toEqual([FIRST, SECOND]);
    expect(shown).toHaveLength(7);
  });
});

describe('a part of an article', () => {
  it.each([
    ['is headed as comments are, of something', `<h2>Comments on the budget</h2><p>${SECOND}</p>`],
    ['is a discussion', `<section><h2>Discussion</h2><p>${SECOND}</p></section>`],
    ['is about related work', `<section><h2>Related work</h2><p>${SECOND}</p></section>`],
    ['says more on something', `<section><h2>More on salt</h2><p>${SECOND}</p></section>`],
    ['is folded up', `<details><summary>When?</summary><p>${SECOND}</p></details>`],
    ['is beside a link that is called as a button is', `<p>${SECOND}</p><p><a href="#a">OK</a></p>`],
  ])('stays where it %s', (_, part) => {
    const page = `<html><head><title>No ferry</title></head><body><div><h1>No ferry</h1><p>${FIRST}</p>${part}</div></body></html>`;
    expect(prose(page)).toEqual(expect.arrayContaining([FIRST, SECOND]));
  });
});

describe('tables, lists and code', () => {
  const TABLE =
    '<table><tr><th>Ticket</th><th>Price</th></tr><tr><td>Adult</td><td>8 crowns</td></tr><tr><td>Child</td><td>3 crowns</td></tr></table>';

  it.each([
    ['a.html', `<article><p>${FIRST}</p>${TABLE}</article>`, 'Ticket | Price', 'Adult | 8 crowns'],
    [
      'a.md',
      `${FIRST}\n\n| Ticket | Price |\n|---|---|\n| Adult | 8 crowns |\n| Child | 3 crowns |\n`,
      'Ticket | Price',
      'Adult | 8 crowns',
    ],
    [
      'b.html',
      `<article><p>${FIRST}</p>${TABLE.replace(/th>/gu, 'td>')}</article>`,
      'Ticket | Price',
      'Adult | 8 crowns',
    ],
  ])('are read row by row under their header in %s', (file, content, header, row) => {
    const article = read(content, file);
    const rows = article.paragraphs.filter(({ kind }) => kind === 'row');
    expect(
      rows.map((paragraph) => [
        textAt(article, paragraph),
        paragraph.lead && textAt(article, paragraph.lead),
        paragraph.number,
      ]),
    ).toEqual([
      [row, header, 2],
      [row.replace('Adult', 'Child').replace('8', '3'), header, 3],
    ]);
    expect(article.sentences.map((sentence) => textAt(article, sentence))).toContain(row);
  });

  it('are read as rows where names have their values, and not in a glossary', () => {
    const list = '<dl><dt>Tent</dt><dd>12 crowns a night</dd><dt>Caravan</dt><dd>25 crowns a night</dd></dl>';
    const article = read(`<article><p>${FIRST}</p>${list}<p>${SECOND}</p></article>`);
    expect(article.paragraphs.map((one) => [one.kind, textAt(article, one)])).toEqual([
      ['text', FIRST],
      ['row', 'Tent | 12 crowns a night'],
      ['row', 'Caravan | 25 crowns a night'],
      ['text', SECOND],
    ]);
    const glossary = `<dl><dt>Bleed</dt><dd>${FIRST}</dd><dt>Trim</dt><dd>${SECOND}</dd></dl>`;
    expect(prose(`<article>${glossary}</article>`)).toEqual([FIRST, SECOND]);
  });

  it('are no rows where a table lays out a page', () => {
    expect(prose(`<table><tr><td><p>${FIRST}</p><p>${SECOND}</p></td><td>Home</td></tr></table>`)).toContain(
      FIRST,
    );
  });

  it.each([
    [
      'a.html',
      `<article><p>${FIRST}</p><p>Bring these on board:</p><ul><li>a ticket</li><li>a coat</li></ul><p>${SECOND}</p></article>`,
    ],
    ['a.md', `${FIRST}\n\nBring these on board:\n\n- a ticket\n- a coat\n\n${SECOND}\n`],
  ])('keep what leads a list in, in %s', (file, content) => {
    const article = read(content, file);
    expect(
      article.paragraphs.map((paragraph) => [
        textAt(article, paragraph),
        paragraph.lead && textAt(article, paragraph.lead),
      ]),
    ).toEqual([
      [FIRST, null],
      ['Bring these on board:', null],
      ['a ticket', 'Bring these on board:'],
      ['a coat', 'Bring these on board:'],
      [SECOND, null],
    ]);
  });

  it('keep code aside, with its lines', () => {
    const article = read(`${FIRST}\n\n\`\`\`\nnpm start\nnpm test\n\`\`\`\n\n${SECOND}\n`, 'a.md');
    expect(article.asides.map((aside) => [aside.kind, textAt(article, aside)])).toEqual([
      ['code', '```\nnpm start\nnpm test\n```'],
    ]);
    expect(article.sentences).toHaveLength(4);
  });

  it('part paragraphs at two line breaks, as old pages do', () => {
    expect(prose(`<div>${FIRST}<br><br>${SECOND}</div>`)).toEqual([FIRST, SECOND]);
  });
});

/** What is in a document once its body was written out and read again, as Readability does with a short page. */
function namesAfterWriting(html: string): string[] {
  const document = parsePage(html);
  if (document === null) return [];
  const { body } = document;
  body.innerHTML = String(body.innerHTML);
  return [...document.querySelectorAll('*')].flatMap(({ childNodes }) =>
    [...childNodes].map(({ nodeName }) => nodeName),
  );
}

describe('a page in disorder', () => {
  it('keeps a hundred attributes of an element, as each is compared with those before it', () => {
    const names = Array.from({ length: 5_000 }, (_, i) => `a${i}=b`);
    const document = parsePage(`<p ${names.join(' ')}>Lowick.</p>`);
    expect(document?.querySelector('p')?.attributes.length).toBe(100);
  });

  it.each([
    [
      'a warning before the doctype',
      `<b>Warning</b>: undefined $ads<br /><!doctype html><html><body><article>${STORY}</article></body></html>`,
    ],
    [
      'a meta element before the doctype',
      `<meta charset="utf-8"><!doctype html><html><body><article>${STORY}</article></body></html>`,
    ],
    [
      'a body that a script writes',
      `<script>document.write("<body>")</script><html><article>${STORY}</article></html>`,
    ],
    [
      'a script before the root',
      `<script src="a.js"/></script><html><body><article>${STORY}</article></body></html>`,
    ],
    ['a comment that speaks of the root', `<!-- saved from <html> --><article>${STORY}</article>`],
    ['tags that are never closed', `<html><body><div><article><h1>No ferry<p>${FIRST}<p>${SECOND}`],
    ['tags closed in another order', `<div><b><article>${STORY}</b></div></article></i></html>`],
    [
      'a template of another text',
      `<template><article><p>${SECOND} ${FIRST}</p></article></template><p>${FIRST}</p><p>${SECOND}</p>`,
    ],
    ['templates in templates', `<article>${STORY}</article>${'<template>'.repeat(2_000)}`],
    [
      'a template in the head that is not closed',
      `<article>${STORY}</article><template><td><textarea><textarea><html>`,
    ],
  ])('is read with %s', (_, html) => {
    expect(prose(html).slice(-2)).toEqual([FIRST, SECOND]);
  });

  it.each([
    '<template><td><textarea><textarea><html>',
    `<template><p>${FIRST}</p></template>`,
    `<head><template><section><template><pre>${FIRST}`,
  ])('has no text where a template holds all of it: %s', (html) => {
    const parsed = readSource({ file: 'a.html', bytes: new TextEncoder().encode(html) });
    expect(parsed).toEqual({ ok: false, line: null, reason: phrase('articles.no-text') });
  });

  it.each([
    [
      'an attribute whose name has quotes',
      `<p><title a=1 '" <="><head class="x" hidden/>Lowick.<!doctype html>`,
    ],
    ['the text of an older page', `<div><xmp><!doctype html></xmp></div>`],
    ['a text that nothing ends', `<p>Lowick.<plaintext><!doctype html>`],
    ['a frame', `<p>Lowick.<iframe><!doctype html><p>Beside.</iframe>`],
    ['what stands for a frame', `<p>Lowick.<noembed><!doctype html></noembed>`],
    ['a title in the text', `<p>Lowick.<title>&lt;/title>&lt;!doctype html></title>`],
    ['a picture with a title', `<p>Lowick.<svg><title>&lt;/title>&lt;!doctype html></title></svg>`],
    ['a box to write in', `<p>Lowick.<textarea>&lt;/textarea>&lt;!doctype html></textarea>`],
    ['a comment that ends oddly', `<p>Lowick.<!-- a --!><!doctype html> -->`],
  ])('comes to an end where a doctype is in %s', (_, html) => {
    const parsed = readSource({ file: 'a.html', bytes: new TextEncoder().encode(html) });
    expect(typeof parsed.ok).toBe('boolean');
    expect(namesAfterWriting(html)).not.toContain('#document-type');
  });

  it('is read or refused, whatever its tags are, and never throws', () => {
    const name = fc.constantFrom(
      ...'html head body title meta script style div p table tr td th li ul a b i form template svg math select option noscript frameset frame iframe xmp plaintext noembed textarea font pre h1 article main aside br img'.split(
        ' ',
      ),
    );
    const soup = fc.oneof(
      name.map((tag) => `<${tag}>`),
      name.map((tag) => `</${tag}>`),
      name.map((tag) => `<${tag} class="comment" hidden/>`),
      name.map((tag) => `<${tag} a=1 '" <=">`),
      fc.constantFrom(
        'words of a ferry',
        '<!doctype html>',
        '<!--',
        '-->',
        '<![CDATA[',
        '<',
        '&amp;',
        '\0',
        '<?php echo 1 ?>',
        FIRST,
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(soup, { maxLength: 25 }), (parts) => {
        const html = parts.join('');
        const parsed = readSource({ file: 'a.html', bytes: new TextEncoder().encode(html) });
        expect(typeof parsed.ok).toBe('boolean');
        expect(namesAfterWriting(html)).not.toContain('#document-type');
      }),
      { numRuns: 500 },
    );
  });
});
