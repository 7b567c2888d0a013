import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ReadableText } from '../../page-server/readable-texts.js';
import { directionOf } from '../direction.js';
import type { Page } from '../page.js';
import type { Reader } from '../state.js';
import { ICONS } from './icons.js';
import { webAddress } from './markdown.js';
import { onceShown } from './once-shown.js';

/** An article beside the channel, its cited words marked and scrolled to. */
export function showReader({ article, mark, remark }: Reader, { state, actions }: Page): TemplateResult {
  const onChange = (event: Event) => {
    if (event.currentTarget instanceof HTMLSelectElement)
      void actions.articles.open(event.currentTarget.value);
  };
  const address = webAddress(article.url ?? undefined);
  return html`<div class="panel-body reader" tabindex="0" role="region" aria-label="Text of the article">
    ${
      state.articles.length < 2
        ? nothing
        : html`<label class="reader-choice">Article
            <select @change=${onChange}>${state.articles.map(
              ({ id, title }) =>
                html`<option dir="auto" value=${id} .selected=${id === article.id}>${title}</option>`,
            )}</select>
          </label>`
    }
    ${remark === '' ? nothing : html`<p class="remark" role="status">${remark}</p>`}
    ${guard(
      [article, mark],
      () => html`<article lang=${article.language} dir=${directionOf(article.text)}>
        <h3>${article.title}</h3>
        ${article.byline === '' ? nothing : html`<p class="quiet" dir="auto">${article.byline}</p>`}
        ${
          address === null
            ? nothing
            : html`<p dir="ltr"><a href=${address} target="_blank" rel="noopener noreferrer">${address}${ICONS.out}</a></p>`
        }
        ${article.paragraphs.map((paragraph) => showParagraph(article, paragraph, mark))}
      </article>`,
    )}
  </div>`;
}

function showParagraph(
  { text }: ReadableText,
  { number, start, end, kind }: ReadableText['paragraphs'][number],
  mark: Reader['mark'],
): TemplateResult {
  const from = Math.min(Math.max(mark?.start ?? end, start), end);
  const to = Math.max(Math.min(mark?.end ?? from, end), from);
  const isFirst = mark !== null && mark.start >= start && mark.start < end;
  const marked =
    from < to
      ? html`<mark tabindex="-1" ${onceShown((element) => isFirst && scrollTo(element, mark))}>${text.slice(from, to)}</mark>`
      : nothing;
  return html`<p class="paragraph ${kind} ${from < to ? 'cited' : ''}">${number === null ? html`<span class="number"></span>` : html`<span class="number" aria-label="Paragraph ${number}" role="img">${number}</span>`}<span>${text.slice(start, from)}${marked}${text.slice(to, end)}</span></p>`;
}

const scrolled = new WeakSet<object>();

function scrollTo(element: HTMLElement, mark: object): void {
  if (scrolled.has(mark)) return;
  scrolled.add(mark);
  // The paragraphs below get their heights only once they are laid out.
  requestAnimationFrame(() => {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
  });
}
