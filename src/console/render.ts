import { styleText } from 'node:util';
import { textAt } from '../article/article.js';
import { leadOf } from '../bot/lead.js';
import type { Excerpt, Reply, SaidReply, Section } from '../bot/reply.js';
import { sayReply } from '../bot/say-reply.js';
import { hideControls } from '../messages/hide-controls.js';
import { phrase } from '../messages/phrase.js';
import { sayPlainly } from './say.js';

/** How text is set apart: a terminal has bold and dim, a pipe has marks. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** For a terminal. */
export const TERMINAL: Style = {
  bold: (text) => styleText('bold', text),
  dim: (text) => styleText('dim', text),
};

/** For a pipe or a file: highlights between asterisks. */
export const PLAIN: Style = { bold: (text) => `*${text}*`, dim: (text) => text };

/** A reply as lines for a reader, citations under the excerpts; control characters of a source are shown as �. */
export function renderReply(reply: Reply, style: Style): string {
  return renderSaid(sayReply(reply, sayPlainly), style);
}

function renderSaid(reply: SaidReply, style: Style): string {
  switch (reply.kind) {
    case 'answer':
    case 'open':
    case 'related': {
      const lead = leadOf(reply, sayPlainly);
      return [
        ...(lead === null ? [] : [style.bold(hideControls(lead))]),
        ...renderSections(reply.sections, style),
        ...renderNote(reply.note, style),
      ].join('\n');
    }
    case 'nothing':
      return [reply.note, ...renderSuggestions(reply.suggestions)].map(hideControls).join('\n');
    case 'refused':
      return hideControls(reply.reason);
    case 'notice':
      return [
        style.bold(hideControls(reply.title)),
        ...reply.lines.map(({ label, text, url }) =>
          [
            label === undefined ? '' : `${style.bold(hideControls(label))} `,
            hideControls(text),
            url === undefined ? '' : ` ${hideControls(url)}`,
          ].join(''),
        ),
      ].join('\n');
  }
}

function renderNote(note: string | undefined, style: Style): string[] {
  return note === undefined ? [] : ['', style.dim(hideControls(note))];
}

function renderSuggestions(suggestions: readonly string[] | undefined): string[] {
  return suggestions === undefined || suggestions.length === 0
    ? []
    : [`${sayPlainly(phrase('answer.try'))} ${suggestions.join(', ')}`];
}

function renderSections(sections: readonly Section<string>[], style: Style): string[] {
  let number = 0;
  return sections.flatMap(({ heading, names, excerpts }) => [
    ...(heading === null ? [] : ['', style.bold(hideControls(heading))]),
    ...(names === undefined || names.length === 0
      ? []
      : [names.map(({ article, span }) => hideControls(textAt(article, span))).join(' · ')]),
    ...excerpts.flatMap((excerpt) => {
      number += 1;
      return renderExcerpt(excerpt, number, style);
    }),
  ]);
}

function renderExcerpt(excerpt: Excerpt, number: number, style: Style): string[] {
  const { article, paragraph, page, confidence, speaker, manner } = excerpt;
  const { title, publisher, published, url } = article.meta;
  const place = page === undefined ? `paragraph ${paragraph}` : `page ${page}, paragraph ${paragraph}`;
  const citation = [title, publisher, published, place, url].filter((part) => part !== null);
  const said =
    manner === undefined && speaker === undefined
      ? []
      : [`${manner === 'reported' ? 'as reported of' : 'said by'} ${speaker?.name ?? 'somebody not named'}`];
  const sure = confidence === null ? [] : [`${Math.round(confidence * 100)}% sure`];
  return [
    '',
    ...(excerpt.lead === undefined
      ? []
      : [style.dim(`  ${hideControls(foldLine(textAt(article, excerpt.lead)))}`)]),
    ...renderWords(excerpt, style)
      .split('\n')
      .map((line) => `  > ${line}`),
    style.dim(`  [${number}] ${hideControls([...citation, ...said, ...sure].join(' · '))}`),
  ];
}

function foldLine(words: string): string {
  return words.replace(/\s+/gu, ' ');
}

function renderWords(excerpt: Excerpt, style: Style): string {
  const { article, highlights, start, end } = excerpt;
  let shown = '';
  let from = start;
  for (const highlight of highlights) {
    shown +=
      hideControls(article.text.slice(from, highlight.start)) +
      style.bold(hideControls(textAt(article, highlight)));
    from = highlight.end;
  }
  return shown + hideControls(article.text.slice(from, end));
}
