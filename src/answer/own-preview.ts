import type { Article } from '../article/article.js';
import type { NoticeLine, NoticeReply, ReplyAction } from '../bot/reply.js';
import type { Analysis } from '../extract/analysis.js';
import { phrase, type Wording } from '../messages/phrase.js';
import type { Likeness, SourcePreview } from '../server/own-sources.js';
import { joinParts } from './sources.js';
import { speakerOf } from './speaker.js';
import { isTold } from './told-statement.js';

/** Words shown of a text's beginning and of its end, and characters at most: as many as fit two lines. */
const SHOWN_WORDS = 10;
const SHOWN_CHARACTERS = 90;

/** Names shown of those found: as many as fit one line. */
const MOST_NAMES = 5;

/** What the bot makes of an article that a moderator gave, what it is like, and buttons to add it or leave it. */
export function previewSource({ draftId, article, analysis, size, likeness }: SourcePreview): NoticeReply {
  const { title } = article.meta;
  return {
    kind: 'notice',
    title: phrase('sources.preview', { title }),
    lines: [
      ...describeMeta(article),
      { label: phrase('sources.text'), text: describeExtent(article, size) },
      ...showEnds(article),
      { label: phrase('sources.people'), text: describePeople(analysis) },
      { label: phrase('sources.quotations'), text: countQuotations(analysis) },
      ...(likeness === null ? [] : [{ label: phrase('sources.mind'), text: describeLikeness(likeness) }]),
      ...article.notes.map((note) => ({ label: phrase('sources.mind'), text: note })),
      { text: phrase('sources.waits') },
    ],
    actions: [...offerAdding(draftId, likeness), leaveIt(draftId)],
  };
}

/** Who published an article, when, where and in which language; what it does not say is said to be missing. */
function describeMeta({ meta }: Article): NoticeLine[] {
  const { publisher, author, published, language, url } = meta;
  const missing = phrase('sources.not-stated');
  return [
    { label: phrase('sources.publisher'), text: publisher ?? missing },
    ...(author === null ? [] : [{ label: phrase('sources.author'), text: author }]),
    {
      label: phrase('sources.published'),
      text: published === null ? missing : phrase('sources.day', { at: new Date(published) }),
    },
    { label: phrase('sources.language'), text: phrase('discord.as-written', { text: { language } }) },
    url === null
      ? { label: phrase('sources.address'), text: missing }
      : { label: phrase('sources.address'), text: url, url },
  ];
}

/** The first and the last words of the text as it was read, so that a moderator sees what was taken; nothing for a text that is as short. */
function showEnds({ text, sentences }: Article): NoticeLine[] {
  const first = sentences[0];
  const last = sentences.at(-1);
  if (first === undefined || last === undefined) return [];
  const whole = text.slice(first.start, last.end).replace(/\s+/gu, ' ');
  const words = whole.split(' ');
  if (words.length <= 2 * SHOWN_WORDS && whole.length <= 2 * SHOWN_CHARACTERS) return [];
  const ends = {
    first: cutEnd(words.slice(0, SHOWN_WORDS).join(' ')),
    last: cutStart(words.slice(-SHOWN_WORDS).join(' ')),
  };
  return [{ label: phrase('sources.begins-label'), text: phrase('sources.begins', ends) }];
}

/** Languages without spaces have no words to count here. */
function cutEnd(words: string): string {
  return Array.from(words).slice(0, SHOWN_CHARACTERS).join('');
}

function cutStart(words: string): string {
  return Array.from(words).slice(-SHOWN_CHARACTERS).join('');
}

/** How long an article is: paragraphs, sentences, kibibytes of its file. */
export function describeExtent({ paragraphs, sentences }: Article, size: number): Wording {
  return joinParts([
    phrase('sources.paragraphs', { count: paragraphs.length }),
    phrase('sources.sentences', { count: sentences.length }),
    describeSize(size),
  ]);
}

/** Bytes as kibibytes, rounded up so that nothing counts as none. */
export function describeSize(bytes: number): Wording {
  return phrase('sources.kibibytes', { count: Math.ceil(bytes / 1024) });
}

function describePeople({ entities }: Analysis): Wording {
  const people = entities
    .filter(({ kind }) => kind === 'person')
    .toSorted((a, b) => b.mentions.length - a.mentions.length);
  if (people.length === 0) return phrase('sources.none-found');
  const names = people.slice(0, MOST_NAMES).map(({ name }) => name);
  return phrase('sources.found-names', { count: people.length, names, more: people.length - names.length });
}

/** How many quotations an analysis has, as /quote lists them, how many of them word for word and how many with a speaker. */
function countQuotations({ annotation, attributions }: Analysis): Wording {
  const said = attributions.filter((quotation) => isTold(annotation, quotation));
  const quoted = said.filter(({ kind }) => kind !== 'reported').length;
  const spoken = said.filter((quotation) => speakerOf(annotation, quotation) !== null).length;
  return said.length === 0
    ? phrase('sources.none-found')
    : phrase('sources.found-quotations', { count: said.length, quoted, spoken });
}

function describeLikeness({ sameness, title, name }: Likeness): Wording {
  if (name === null) return phrase('sources.like-shared', { sameness, title });
  return phrase('sources.like-own', { sameness, title, name });
}

function offerAdding(draft: string, likeness: Likeness | null): ReplyAction[] {
  const command = 'source confirm';
  const add = (label: Wording): ReplyAction => ({ label, style: 'primary', command, options: { draft } });
  if (likeness === null || likeness.name === null) return [add(phrase('sources.add-it'))];
  const replace: ReplyAction = {
    label: phrase('sources.replace-it'),
    style: 'danger',
    command,
    options: { draft, replace: likeness.name },
  };
  return likeness.sameness === 'name' ? [replace, add(phrase('sources.add-beside'))] : [replace];
}

function leaveIt(draft: string): ReplyAction {
  return {
    label: phrase('sources.leave-it'),
    style: 'plain',
    command: 'source discard',
    options: { draft },
  };
}
