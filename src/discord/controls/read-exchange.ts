import { type APIMessageTopLevelComponent, ComponentType, type Message } from 'discord.js';
import { findPlace } from '../../answer/passage.js';
import { textAt } from '../../article/article.js';
import type { PreviousAnswer } from '../../bot/command.js';
import type { Corpus } from '../../library/corpus.js';
import { dropDirection } from '../../messages/direction.js';
import { unescapeMarkup } from '../render/markup.js';
import { readCitedPlaces } from './cited-places.js';

/** The id of the text that says what was asked: of all of a message that is no control, the one part that is read again. */
export const ASKED_ID = 1_001;

/** What is before that text. */
export const HEAD = '### ';

/** A message of ours, as far as it is read. */
type Sent = Pick<Message, 'components' | 'embeds'>;

/**
 * The exchange that one of our messages shows: the question from the part that holds it, and the first excerpt and its
 * article from its controls, so that nothing depends on how it looks. Null if the message answers nothing (help, a
 * refusal). The question comes shortened if it was shown so, and the excerpt empty if the article has changed since.
 */
export function readExchange(message: Sent, corpus: Corpus): PreviousAnswer | null {
  const question = readAsked(message);
  if (question === null) return null;
  const [first] = readCitedPlaces(componentsOf(message));
  const found = first === undefined ? null : findPlace(corpus, first);
  if (found === null || found.state === 'gone') return { question, source: null, excerpt: '' };
  const excerpt = found.state === 'same' ? textAt(found.article, found.span) : '';
  return { question, source: found.article.id, excerpt };
}

/**
 * The question that one of our messages answers, shortened if it was shown so; null if it answers none. Messages
 * from before they were made of components are told by their controls: those that cite nothing are not understood.
 */
export function readAsked(message: Sent): string | null {
  const components = componentsOf(message);
  const shown = components
    .flatMap((component) => (component.type === ComponentType.Container ? component.components : component))
    .flatMap((part) => (part.type === ComponentType.TextDisplay && part.id === ASKED_ID ? part.content : []));
  const before = readCitedPlaces(components).length > 0 ? message.embeds[0]?.title : null;
  const head = shown[0]?.slice(HEAD.length) ?? before ?? null;
  return head === null ? null : unescapeMarkup(dropDirection(head));
}

/** The components of a message as the API has them. */
export function componentsOf({ components }: Pick<Message, 'components'>): APIMessageTopLevelComponent[] {
  return components.map((component) => component.toJSON());
}
