import { render } from 'lit';
import { Actions } from './actions.js';
import { ask } from './api.js';
import { type State, Store, signOf, type Theme } from './state.js';
import { showApp } from './view/app.js';

void start();

async function start(): Promise<void> {
  const root = document.querySelector<HTMLElement>('#app');
  if (root === null) return;
  const [world, breaches] = await Promise.all([ask('world'), ask('breaches')]);
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
      articles: [],
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
  const actions = new Actions(store);
  let followed: string | undefined;
  let shown = '';
  function draw(state: State): void {
    if (root === null) return;
    document.documentElement.dataset.theme = state.theme;
    document.title = `${state.unread.size > 0 ? `(${state.unread.size}) ` : ''}${signOf(state.channel)}${state.channel.name} · Footnote in a local Discord`;
    const newest = [...state.messages.keys()].at(-1);
    const isMine = state.messages.get(newest ?? '')?.message.author.id === state.me.id;
    render(showApp({ state, store, actions }), root);
    const log = root.querySelector('.log');
    // The log is laid out from its end, so that it stays there by itself; one's own messages bring one back.
    if (log !== null && newest !== followed && (isMine || state.channel.id !== shown)) log.scrollTop = 0;
    followed = newest;
    shown = state.channel.id;
  }
  draw(store.state);
  await actions.become(me.key);
  // What they take to find must not keep the first messages waiting.
  store.change({ examples: await ask('examples') });
}

function readTheme(kept: string | null): Theme {
  return kept === 'dark' || kept === 'light' ? kept : 'system';
}
