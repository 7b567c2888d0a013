import {
  COOKIES,
  comments,
  footer,
  linkedData,
  links,
  NEWSLETTER,
  navigation,
  page,
  paragraphs,
  RELATED,
  titled,
} from './furniture.js';
import type { PageArticle } from './page-articles.js';

/** A way in which pages are built. */
export interface Structure {
  readonly name: string;
  readonly build: (article: PageArticle) => string;
}

const inserted = (article: PageArticle, between: string): string => {
  const [first = '', ...rest] = article.paragraphs.map((words) => `<p>${words}</p>`);
  return [first, between, ...rest].join('\n');
};

/** As they are found: news with cookie walls, blogs, wikis, forums, documentation, old table layouts, and what their makers forgot. */
export const STRUCTURES: readonly Structure[] = [
  {
    name: 'news, plain',
    build: (a) =>
      page(
        titled(a),
        `${navigation}<article><h1>${a.title}</h1><p class="byline">By ${a.author}</p>${paragraphs(a)}</article>${footer}`,
      ),
  },
  {
    name: 'cookie box before the article',
    build: (a) =>
      page(
        titled(a),
        `<div id="cookie-consent" class="cookie-banner">${COOKIES}</div>${navigation}<article><h1>${a.title}</h1>${paragraphs(a)}</article>${footer}`,
      ),
  },
  {
    name: 'consent dialog, article hidden from readers’ aids',
    build: (a) =>
      page(
        titled(a),
        `<div class="page" aria-hidden="true">${navigation}<main><h1>${a.title}</h1>${paragraphs(a)}</main>${footer}</div><div role="dialog" aria-modal="true">${COOKIES}</div>`,
      ),
  },
  {
    name: 'dialog element',
    build: (a) =>
      page(
        titled(a),
        `<dialog open>${COOKIES}${NEWSLETTER}</dialog><main><article><h1>${a.title}</h1>${paragraphs(a)}</article></main>`,
      ),
  },
  {
    name: 'long comments',
    build: (a) =>
      page(
        titled(a),
        `${navigation}<article><h1>${a.title}</h1>${paragraphs(a)}</article><section id="comments"><h2>4 comments</h2>${comments('div')}${comments('div')}</section>${footer}`,
      ),
  },
  {
    name: 'comments as articles',
    build: (a) =>
      page(
        titled(a),
        `<main><article class="post"><h1>${a.title}</h1>${paragraphs(a)}</article><section class="comments-area"><ol>${comments('article')}${comments('article')}</ol></section></main>`,
      ),
  },
  {
    name: 'aside longer than the article',
    build: (a) =>
      page(
        titled(a),
        `<div class="wrap"><article><h1>${a.title}</h1>${paragraphs(a)}</article><aside><h2>About this series</h2><p>In this series we look at how the coast has changed in a hundred years, with the help of letters, charts and the memory of those who were there. It began in 2027 and has had 31 parts so far.</p><p>All parts are collected in a book that can be had at the counter of our office, or by mail, for 18 crowns, with drawings.</p>${NEWSLETTER}</aside></div>${footer}`,
      ),
  },
  {
    name: 'boxes inside the article',
    build: (a) =>
      page(
        titled(a),
        `<article><h1>${a.title}</h1>${inserted(a, `<div class="newsletter-signup">${NEWSLETTER}</div><aside class="related"><h3>Related</h3>${links(RELATED)}</aside>`)}<div class="share-bar"><a href="#">Facebook</a><a href="#">WhatsApp</a><a href="#">Copy link</a></div></article>`,
      ),
  },
  {
    name: 'text in JSON-LD, teaser on the page',
    build: (a) =>
      page(
        titled(a) + linkedData(a, true),
        `${navigation}<main><h1>${a.title}</h1><div class="paywall"><p>${a.paragraphs[0] ?? ''}</p><p>To read on, become a subscriber. You get every story, the crossword and the tide tables for 9 crowns a month.</p></div>${links(RELATED)}</main>${footer}`,
      ),
  },
  {
    name: 'text in JSON-LD and on the page',
    build: (a) =>
      page(
        titled(a) + linkedData(a, true),
        `<div class="layout"><div class="col-1">${links(RELATED)}${COOKIES}</div><div class="col-2"><h1>${a.title}</h1>${paragraphs(a)}</div></div>`,
      ),
  },
  {
    name: 'old layout in tables',
    build: (a) =>
      `<HTML><HEAD><TITLE>${a.title}</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=700><TR><TD COLSPAN=2><FONT SIZE=6>The Courier</FONT><TR><TD WIDTH=150 VALIGN=top>${RELATED.map((name) => `<A HREF=x.htm>${name}</A><BR>`).join('')}<TD VALIGN=top><H2>${a.title}</H2>${a.paragraphs.map((words) => `<P>${words}`).join('\n')}<TR><TD COLSPAN=2><HR><FONT SIZE=1>Best seen with 800 x 600</FONT></TABLE></BODY></HTML>`,
  },
  {
    name: 'paragraphs parted by line breaks',
    build: (a) =>
      page(
        titled(a),
        `<div id="menu">${links(RELATED)}</div><div id="content"><h1>${a.title}</h1>${a.paragraphs.join('<br><br>\n')}</div><div id="footer">Made with love in Lowick</div>`,
      ),
  },
  {
    name: 'wiki',
    build: (a) =>
      page(
        titled(a),
        `<div id="mw-navigation"><div class="portal">${links(['Main page', 'Random page', 'Help'])}</div></div><div id="content" class="mw-body"><h1>${a.title}</h1><div id="bodyContent"><div id="siteSub" class="noprint">From Lowickpedia, the book of the coast</div><div id="toc" class="toc"><h2>Contents</h2>${links(['1 Beginnings', '2 Later years', '3 See also'])}</div>${inserted(a, '<h2>Later years<span class="mw-editsection"><a href="#">edit</a></span></h2>')}<h2>See also</h2>${links(RELATED)}<div class="navbox">${links(['Islands of the sound', 'Piers', 'Ferries', 'Charts'])}</div></div><div id="catlinks" class="catlinks">Categories: Coast | 2031</div></div>`,
      ),
  },
  {
    name: 'documentation with a sidebar',
    build: (a) =>
      page(
        titled(a),
        `<header class="navbar">${navigation}</header><div class="container"><div class="sidebar"><h3>Guide</h3>${links(['Getting started', 'Installing', 'Your first chart', 'Marks and routes', 'Sharing a logbook', 'Printing', 'Troubles'])}</div><main><div class="breadcrumbs">Guide › Pages</div><h1>${a.title}</h1>${paragraphs(a)}<div class="pagination"><a href="#">Previous: Installing</a> <a href="#">Next: Marks and routes</a></div></main><div class="toc"><p>On this page</p>${links(['Beginnings', 'Later'])}</div></div>`,
      ),
  },
  {
    name: 'forum: question and answers are the text of others',
    build: (a) =>
      page(
        titled(a),
        `<div class="topbar">${links(['Latest', 'Top', 'Categories'])}</div><main><article class="topic-post"><h1>${a.title}</h1><div class="post-body">${paragraphs(a)}</div></article></main><div class="sidebar"><h4>Suggested topics</h4>${links(RELATED)}</div>`,
      ),
  },
  {
    name: 'blog with tags, author box and more posts',
    build: (a) =>
      page(
        titled(a),
        `<header class="site-header"><p>Notes from the quay</p>${navigation}</header><div class="post single"><h1 class="entry-title">${a.title}</h1><div class="entry-meta">Posted on ${a.day} by ${a.author}</div><div class="entry-content">${paragraphs(a)}</div><div class="tags">Tags: <a href="#">coast</a> <a href="#">boats</a></div><div class="author-bio"><p>${a.author} lives on a boat with two cats and writes about what floats. Before that she sold insurance for nine years, which she does not talk about.</p></div></div><div class="more-stories"><h3>More posts</h3>${RELATED.map((name) => `<div class="teaser"><h4>${name}</h4><p>It was a wet morning when we set out, and by noon nobody was sure any more whose idea it had been to go.</p></div>`).join('')}</div>`,
      ),
  },
  {
    name: 'teasers as articles',
    build: (a) =>
      page(
        titled(a),
        `${navigation}<main><article class="story"><h1>${a.title}</h1>${paragraphs(a)}</article><section class="more-news"><h2>More news</h2>${RELATED.map((name) => `<article><h3><a href="#">${name}</a></h3><p>The council met until midnight and left more questions open than it closed, as those who stayed to the end could tell.</p></article>`).join('')}</section></main>${footer}`,
      ),
  },
  {
    name: 'AMP',
    build: (a) =>
      `<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8">${titled(a)}${linkedData(a, false)}</head><body><amp-sidebar id="s">${links(RELATED)}</amp-sidebar><amp-consent id="c"><div>${COOKIES}</div></amp-consent><main><article><h1>${a.title}</h1><amp-img src="a.jpg"></amp-img>${paragraphs(a)}<amp-ad width="300"></amp-ad></article></main></body></html>`,
  },
  {
    name: 'live blog',
    build: (a) =>
      page(
        titled(a),
        `<main><h1>${a.title}</h1><div class="live">${a.paragraphs.map((words, i) => `<section class="update"><time>1${i}:05</time><p>${words}</p></section>`).join('')}</div><div class="widget"><h3>Most read</h3>${links(RELATED)}</div></main>`,
      ),
  },
  {
    name: 'no landmarks, names of a framework',
    build: (a) =>
      page(
        titled(a),
        `<div class="css-1x2y3z"><div class="css-9q8w7e">${links(RELATED)}</div><div class="css-k2j4h6"><h1>${a.title}</h1>${a.paragraphs.map((words) => `<div class="css-p0o9i8"><span>${words}</span></div>`).join('')}</div><div class="css-z1x2c3 cookie-overlay">${COOKIES}</div></div>`,
      ),
  },
  {
    name: 'everything in a form',
    build: (a) =>
      page(
        titled(a),
        `<form id="aspnetForm"><div class="header">${links(RELATED)}</div><div class="main-content"><h1>${a.title}</h1>${paragraphs(a)}</div><div class="bottom"><p>Copyright Port of Lowick</p></div></form>`,
      ),
  },
  {
    name: 'warning before the doctype, body written by a script',
    build: (a) =>
      `<br />\n<b>Warning</b>: Undefined variable $ads in /srv/www/head.php on line 12<br />\n<script>document.write("<body>")</script><!doctype html><html><head>${titled(a)}</head><body>${navigation}<article><h1>${a.title}</h1>${paragraphs(a)}</article></body></html>`,
  },
  {
    name: 'saved by a browser, script before the root',
    build: (a) =>
      `<!-- saved from url=(0030)https://lowick.example/<html> --><script src="a.js"/></script><html><head>${titled(a)}</head><body><div id="page"><h1>${a.title}</h1>${paragraphs(a)}</div><div id="social-share">Share on Facebook Share on X</div></body></html>`,
  },
  {
    name: 'figures, quotation and list inside',
    build: (a) =>
      page(
        titled(a),
        `<div class="banner-ad">Buy rope at Pask’s</div><article class="has-sidebar"><h1>${a.title}</h1><figure><img src="a.jpg"></figure>${inserted(a, `<div class="ad">Advertisement</div>`)}</article><div class="most-popular">${links(RELATED)}</div>`,
      ),
  },
  {
    name: 'hidden until a script shows it',
    build: (a) =>
      page(
        titled(a),
        `<div id="loading">Loading, please wait</div><div id="app" style="display:none"><article><h1>${a.title}</h1>${paragraphs(a)}</article></div><div hidden>${COOKIES}</div>`,
      ),
  },
];
