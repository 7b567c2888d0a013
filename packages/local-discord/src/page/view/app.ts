import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../page.js';
import { signOf, titleOf } from '../state.js';
import './composer.js';
import { ICONS } from './icons.js';
import { showLog } from './log.js';
import { showMessageMenu } from './message-menu.js';
import { showModal } from './modal.js';
import { showPanel } from './panel.js';
import { showPlaces } from './places.js';

/** The whole page. */
export function showApp(page: Page): TemplateResult {
  const { state } = page;
  return html`<a class="skip" href="#composer">Skip to the message line</a>
    ${showPlaces(page)}
    ${state.isNavigationOpen ? html`<div class="veil" @click=${() => page.store.change({ isNavigationOpen: false })}></div>` : nothing}
    <main class="channel" aria-label=${titleOf(state, state.channel)}>
      ${showHeader(page)}
      ${showLog(page)}
      <div class="foot">
        ${showBreach(page)}
        ${state.notice === '' ? nothing : html`<p class="notice" role="alert">${state.notice}</p>`}
        <local-composer id="composer" tabindex="-1" .page=${page}></local-composer>
        <p class="typing" role="status">${describeBot(page)}</p>
      </div>
      ${showMessageMenu(page)}
    </main>
    ${showPanel(page)}
    ${showModal(page)}`;
}

function showHeader({ state, store, actions }: Page): TemplateResult {
  const { channel, breaches, panel } = state;
  const openReader = () => {
    if (panel?.kind === 'reader') store.change({ panel: null });
    else void actions.articles.openFirst();
  };
  const openRules = () => store.change({ panel: panel?.kind === 'rules' ? null : { kind: 'rules' } });
  const isBroken = breaches.length > 0;
  const rules = isBroken
    ? `${breaches.length} ${breaches.length === 1 ? 'breach' : 'breaches'}`
    : 'Rules kept';
  return html`<header class="channel-head">
    <button
      type="button"
      class="tool narrow"
      aria-label="Servers and channels"
      aria-expanded=${state.isNavigationOpen}
      @click=${() => store.change({ isNavigationOpen: !state.isNavigationOpen })}
    >${ICONS.menu}</button>
    <h1><span class="hash" aria-hidden="true">${signOf(channel)}</span>${titleOf(state, channel)}</h1>
    <p class="topic">${channel.topic ?? ''}</p>
    <button type="button" class="tool ${isBroken ? 'broken' : ''}" aria-expanded=${panel?.kind === 'rules'} title="Discord’s rules" @click=${openRules}>
      ${ICONS.rules}<span>${rules}</span>
    </button>
    <button type="button" class="tool" aria-expanded=${panel?.kind === 'reader'} title="The articles" @click=${openReader}>
      ${ICONS.book}<span>Articles</span>
    </button>
  </header>`;
}

/** The latest breach of Discord's rules, by the rule's name. */
function showBreach({ state, store }: Page): TemplateResult | typeof nothing {
  const breach = state.breaches.at(-1);
  if (breach === undefined) return nothing;
  return html`<p class="breach-line" role="alert"><strong>${breach.rule}</strong> ${breach.message}
    <button type="button" class="plain" @click=${() => store.change({ panel: { kind: 'rules' } })}>Show</button></p>`;
}

function describeBot({ state }: Page): TemplateResult | string {
  const name = state.world.bot.username;
  if (!state.isBotOnline) return `${name} is offline`;
  if (!state.isTyping) return '';
  return html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><b>${name}</b> is typing…`;
}
