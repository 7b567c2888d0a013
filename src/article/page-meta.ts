import { isLanguageTag, isWebAddress, type StatedMeta, toIsoDay } from './front-matter.js';
import type { LinkedData } from './linked-data.js';

/** What a page says about itself: JSON-LD before Open Graph before meta elements, the canonical link and the title. */
export function readPageMeta(document: Document, linked: LinkedData): StatedMeta {
  const content = (...names: string[]): string | null => {
    for (const name of names) {
      const element = document.querySelector(`meta[property="${name}" i], meta[name="${name}" i]`);
      const value = fold(element?.getAttribute('content'));
      if (value !== null) return value;
    }
    return null;
  };
  const canonical = fold(document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'));
  const title =
    linked.title ??
    content('og:title', 'twitter:title') ??
    fold(document.querySelector('title')?.textContent);
  const published =
    linked.published ?? content('article:published_time', 'datepublished', 'date', 'dc.date', 'dcterms.date');
  const language = fold(document.documentElement?.getAttribute('lang')) ?? linked.language;
  return {
    title,
    url: [canonical, content('og:url'), linked.url].find((url) => url !== null && isWebAddress(url)) ?? null,
    author: linked.author ?? content('author', 'article:author', 'dc.creator'),
    publisher: linked.publisher ?? content('og:site_name', 'publisher', 'dc.publisher'),
    published: published === null ? null : (toIsoDay(published) ?? null),
    language: language !== null && isLanguageTag(language) ? language : null,
  };
}

function fold(value: string | null | undefined): string | null {
  const folded = (value ?? '').replace(/\s+/gu, ' ').trim();
  return folded === '' ? null : folded;
}
