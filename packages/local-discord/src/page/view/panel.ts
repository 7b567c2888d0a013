import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Page } from '../page.js';
import type { Breach, Payload, RecordedRequest } from '../payloads.js';
import type { Panel } from '../state.js';
import { ICONS } from './icons.js';
import { showJson } from './json.js';
import { onceShown } from './once-shown.js';
import { showReader } from './reader.js';

const TITLES: Readonly<Record<Panel['kind'], string>> = {
  reader: 'Article',
  payload: 'What was sent',
  rules: 'Discord’s rules',
};

/** What is beside the channel: an article, a message's payload, or the rules. */
export function showPanel(page: Page): TemplateResult | typeof nothing {
  const { panel } = page.state;
  if (panel === null) return nothing;
  const close = () => {
    page.store.change({ panel: null });
    document.querySelector<HTMLElement>('#composer-line')?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return html`<aside class="panel" aria-label=${TITLES[panel.kind]} @keydown=${onKey}>
    <header class="panel-head">
      <h2>${TITLES[panel.kind]}</h2>
      <button type="button" class="tool" aria-label="Close" ${onceShown((button) => focusOnce(button, panel))} @click=${close}>${ICONS.close}</button>
    </header>
    ${showBody(panel, page)}
  </aside>`;
}

const focused = new WeakSet<Panel>();

/** The keyboard follows to a panel that opens; an article takes it to the passage itself. */
function focusOnce(button: HTMLElement, panel: Panel): void {
  if (focused.has(panel)) return;
  focused.add(panel);
  if (panel.kind !== 'reader' || panel.mark === null) button.focus();
}

function showBody(panel: Panel, page: Page): TemplateResult {
  switch (panel.kind) {
    case 'reader':
      return showReader(panel, page);
    case 'payload':
      return html`<div class="panel-body" tabindex="0" role="region" aria-label="Payload">${
        panel.payload === null
          ? html`<p>Reading…</p>`
          : guard([panel.payload], () => showPayload(panel.payload))
      }</div>`;
    default:
      return html`<div class="panel-body" tabindex="0" role="region" aria-label="Breaches">${showRules(page.state.breaches)}</div>`;
  }
}

function showPayload(payload: Payload | null): TemplateResult | typeof nothing {
  if (payload === null) return nothing;
  const { message, requests } = payload;
  return html`${
    requests.length === 0
      ? html`<p class="quiet">A person sent it; the bot’s messages also show their requests here.</p>`
      : requests.map(showRequest)
  }
    <h3>The message as Discord’s API gives it</h3>
    ${showJson(message)}`;
}

function showRequest({ method, path, status, checks, breaches, body }: RecordedRequest): TemplateResult {
  return html`<section class="request">
    <h3><code>${method}</code> <code class="path">${path}</code> <span class="status ${status < 400 ? 'good' : 'bad'}">${status}</span></h3>
    ${
      checks.length === 0
        ? nothing
        : html`<ul class="checks" aria-label="Checks">${checks.map((name) => {
            const isBroken = breaches.some(({ rule }) => name === rule || name.startsWith(`${rule} `));
            return html`<li class=${isBroken ? 'bad' : 'good'}>${isBroken ? '✗' : '✓'} ${name}</li>`;
          })}</ul>`
    }
    ${breaches.map(showOneBreach)}
    ${body === undefined ? nothing : showJson(body)}
  </section>`;
}

function showRules(breaches: readonly Breach[]): TemplateResult {
  if (breaches.length === 0)
    return html`<p>Every request of the bot is checked against Discord’s published schema and its limits. It has kept every rule so far.</p>`;
  return html`${breaches.toReversed().map(showOneBreach)}`;
}

function showOneBreach({ rule, path, message, request, code }: Breach): TemplateResult {
  return html`<div class="breach">
    <strong>${rule}</strong>
    <p>${message}</p>
    <p><code>${path.length === 0 ? 'the request' : path.join('.')}</code> · <code>${code}</code></p>
    <p><code>${request}</code></p>
  </div>`;
}
