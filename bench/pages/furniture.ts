import type { PageArticle } from './page-articles.js';

/** What pages put around their articles; none of it is an article's text. */
export const COOKIES =
  '<h2>We value your privacy</h2><p>We and our 847 partners store and access information on a device, such as unique identifiers in cookies, to process personal data. You may accept or manage your choices by clicking below, including your right to object where legitimate interest is used, or at any time in the privacy policy page.</p><p>These choices will be signalled to our partners and will not affect browsing data. We use precise location data and actively scan device characteristics for identification.</p><button>Accept all</button>';

const COMMENTS = [
  [
    'gullwing',
    'I have lived here for forty years and have never seen anything like it. The council should be ashamed of itself, and so should everybody who voted for it.',
  ],
  [
    'Old Salt',
    'Typical. They said the same about the lighthouse, and look how that went. My cousin worked on it and he says they ran out of money in the second week.',
  ],
  ['m_pask', 'Does anybody know whether the mail boat takes dogs? Asking for a friend who is a dog.'],
  ['gullwing', '@Old Salt your cousin said the opposite at the meeting, I was there and I wrote it down.'],
] as const;

export const RELATED = [
  'Ten walks for a windy Sunday',
  'Who owns the northern sound?',
  'Recipe: smoked eel with apples',
  'Mayor denies plans for a second roundabout',
  'Quiz: do you know your knots?',
];

const NAVIGATION = ['Home', 'News', 'Sport', 'Opinion', 'Weather', 'Tides', 'Jobs', 'Subscribe', 'Log in'];

export const NEWSLETTER =
  '<h3>The morning tide</h3><p>Sign up for our newsletter and get the five stories that matter in your inbox at six, before the boats go out. You can leave at any time.</p><input type="email"><button>Sign up</button>';

export const paragraphs = ({ paragraphs: all }: PageArticle): string =>
  all.map((words) => `<p>${words}</p>`).join('\n');

export const comments = (tag: string): string =>
  COMMENTS.map(
    ([name, words]) =>
      `<${tag} class="comment"><span class="comment-author">${name}</span><p>${words}</p><a href="#">Reply</a></${tag}>`,
  ).join('\n');

export const links = (names: readonly string[]): string =>
  `<ul>${names.map((name, i) => `<li><a href="/${i}">${name}</a></li>`).join('')}</ul>`;

export const navigation = `<nav>${links(NAVIGATION)}</nav>`;

export const footer =
  '<footer><p>© 2031 The Lowick Courier. All rights reserved. Registered at 3 Quay Street.</p><a href="/terms">Terms</a> <a href="/privacy">Privacy</a></footer>';

export const linkedData = (article: PageArticle, withBody: boolean): string =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    author: { '@type': 'Person', name: article.author },
    datePublished: article.day,
    ...(withBody ? { articleBody: article.paragraphs.join('\n\n') } : {}),
  })}</script>`;

export const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

export const titled = ({ title }: PageArticle): string => `<title>${title} | The Lowick Courier</title>`;
