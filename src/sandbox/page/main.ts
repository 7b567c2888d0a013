import { render } from 'lit';
import { ask } from './api.js';
import { Deeds } from './deeds.js';
import { type State, Store, type Theme } from './state.js';
import { showApp } from './view/app.js';

void start();

async function start(): Promise<void> {
  const root = document.querySelector<HTMLElement>('#app');
  if (root === null) return;
  const [world, breaches, articles] = await Promise.all([ask('world'), ask('breaches'), ask('articles')]);
  const me = world.people.find(({ key }) => key === localStorage.getItem('me')) ?? world.people[0];
  const channel = world.channels.find(({ id }) => me?.channels.includes(id));
  if (me === undefined || channel === undefined) {
    root.textContent = 'There is nobody in this local Discord who sees a channel.';
    return;
  }
  root.replaceChildren();
  const store: Store = new Store(
    {
      world,
      me,
      channel,
      breaches,
      articles,
      messages: new Map(),
      commands: { chat: [], message: [] },
      examples: [],
      isBotOnline: world.isBotOnline,
      isTyping: false,
      unread: new Set(),
      activeId: null,
      replyTo: null,
      menu: null,
      modal: null,
      panel: null,
      notice: '',
      isNavigationOpen: false,
      theme: readTheme(localStorage.getItem('theme')),
    },
    draw,
  );
  const deeds = new Deeds(store);
  function draw(state: State): void {
    if (root === null) return;
    document.documentElement.dataset.theme = state.theme;
    document.title = `${state.unread.size > 0 ? `(${state.unread.size}) ` : ''}${state.channel.kind === 'dm' ? '@' : '#'}${state.channel.name} · Footnote in a local Discord`;
    const log = root.querySelector('.log');
    const isAtEnd = log === null || log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    render(showApp({ state, store, deeds }), root);
    const shown = root.querySelector('.log');
    if (isAtEnd && shown !== null) shown.scrollTop = shown.scrollHeight;
  }
  draw(store.state);
  await deeds.become(me.key);
  // What they take to find must not keep the first messages waiting.
  store.change({ examples: await ask('examples') });
}

/** Within this many pixels of the end, new messages are followed. */
const NEAR_END_PX = 120;

function readTheme(kept: string | null): Theme {
  return kept === 'dark' || kept === 'light' ? kept : 'system';
}
