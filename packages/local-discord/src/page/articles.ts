import { ask, locate } from './api.js';
import { attempt } from './attempt.js';
import type { Channel, Person } from './payloads.js';
import type { Reader, Store } from './state.js';

/** What is above an article whose text is not what was cited. */
const CHANGED = 'The article has changed since this was cited.';

/** The articles beside the channel: those that the person may read where they are. */
export class Articles {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Opens the article that was cited, at the very words; says so if they or it are gone. */
  async follow(key: string): Promise<void> {
    const found = await this.#ask((where) => locate(key, where));
    if (found === null) return;
    if (found.answer === null) {
      this.#store.change({ notice: 'The article that was cited is not among those here any more.' });
      return;
    }
    const { articleId, span } = found.answer;
    await this.open(articleId, span, span === null ? CHANGED : '');
  }

  async open(id: string, mark: Reader['mark'] = null, remark = ''): Promise<void> {
    const read = await this.#ask((where) =>
      Promise.all([ask('article', { id, ...where }), ask('articles', where)]),
    );
    if (read === null) return;
    const [article, articles] = read.answer;
    this.#store.change({ articles, notice: '', panel: { kind: 'reader', article, mark, remark } });
  }

  /** Opens the first article; says so if there is none. */
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

  /** Lists the articles of the place that is shown now, if one is open. */
  async arrive(): Promise<void> {
    if (this.#store.state.panel?.kind !== 'reader') return;
    const listed = await this.#ask((where) => ask('articles', where));
    if (listed !== null) this.#store.change({ articles: listed.answer });
  }

  /** What came of asking as the person in the channel; null if it was refused, or somebody else or another server is there by now. */
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
