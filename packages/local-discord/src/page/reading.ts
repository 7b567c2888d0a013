import { ask, locate } from './api.js';
import { attempt } from './attempt.js';
import type { Citation } from './citations.js';
import type { Channel, Person } from './payloads.js';
import type { Reader, Store } from './state.js';

/** What stands above an article whose text is not what was cited. */
const CHANGED = {
  moved: (paragraph: number) =>
    `The article has changed since: the cited words stood in paragraph ${paragraph}.`,
  gone: (paragraph: number) =>
    `The article has changed since: it does not have the words any more that were cited of paragraph ${paragraph}.`,
};

/** The articles beside the channel: those that the person may read where they are. */
export class Reading {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Opens the article that a citation names at the very words that it is for; says so where they or it are gone. */
  async follow({ source, paragraph, words }: Citation): Promise<void> {
    const found = await this.#ask((where) => locate({ source, paragraph, words }, where));
    if (found === null) return;
    if (found.answer === null) {
      this.#store.change({ notice: `“${source}” is not among the articles here any more.` });
      return;
    }
    const { articleId, start, end, standing } = found.answer;
    const mark = standing === 'gone' ? null : { start, end };
    await this.open(articleId, mark, standing === 'cited' ? '' : CHANGED[standing](paragraph));
  }

  async open(id: string, mark: Reader['mark'] = null, remark = ''): Promise<void> {
    const read = await this.#ask((where) =>
      Promise.all([ask('article', { id, ...where }), ask('articles', where)]),
    );
    if (read === null) return;
    const [article, articles] = read.answer;
    this.#store.change({ articles, notice: '', panel: { kind: 'reader', article, mark, remark } });
  }

  /** Opens the first article; says so where there is none. */
  async openFirst(): Promise<void> {
    const listed = await this.#ask((where) => ask('articles', where));
    if (listed === null) return;
    const [first] = listed.answer;
    if (first === undefined) this.#store.change({ notice: 'No article is loaded.' });
    else await this.open(first.id);
  }

  /** Puts away what is for those of this channel's server alone, as another person is here or another place is shown. */
  leave(): void {
    const { panel } = this.#store.state;
    const isForThem = panel?.kind === 'reader' && panel.article.isOwn;
    this.#store.change({ articles: [], notice: '', ...(isForThem ? { panel: null } : {}) });
  }

  /** Lists the articles of the place that is shown now, where one is open. */
  async arrive(): Promise<void> {
    if (this.#store.state.panel?.kind !== 'reader') return;
    const listed = await this.#ask((where) => ask('articles', where));
    if (listed !== null) this.#store.change({ articles: listed.answer });
  }

  /** What came of asking as the person in the channel; null where it was refused, or somebody else or another server is there by now. */
  async #ask<Answer>(
    asking: (where: { readonly channel: string; readonly as: string }) => Promise<Answer>,
  ): Promise<{ readonly answer: Answer } | null> {
    const { me, channel } = this.#store.state;
    const isStill = (now: { readonly me: Person; readonly channel: Channel }): boolean =>
      now.me.id === me.id && now.channel.guildId === channel.guildId;
    const asked = asking({ channel: channel.id, as: me.key }).then((answer) => ({ answer }));
    await asked.catch(() => undefined);
    return isStill(this.#store.state) ? attempt(this.#store, asked) : null;
  }
}
