import { html, nothing, type TemplateResult } from 'lit';
import { localize } from '../localize.js';
import type { Page } from '../page.js';
import { ICONS } from './icons.js';
import { onceShown } from './once-shown.js';

/** Pixels that the menu keeps from the window's edges. */
const MARGIN_PX = 8;

/** The open menu of a message: reply, the bot's commands under Apps, its payload, delete. */
export function showMessageMenu(page: Page): TemplateResult | typeof nothing {
  const { state, store, actions } = page;
  const { menu } = state;
  const seen = menu === null ? undefined : state.messages.get(menu.messageId);
  if (menu === null || seen === undefined) return nothing;
  const { id, author } = seen.message;
  const close = () => {
    store.change({ menu: null });
    document.querySelector<HTMLElement>(`.message[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const item = (icon: unknown, label: string, use: () => void, kind = '') =>
    html`<button type="button" role="menuitem" class=${kind} @click=${use}>${icon}<span>${label}</span></button>`;
  const place = (element: HTMLElement) => {
    if (element.dataset.for === id) return;
    element.dataset.for = id;
    const { width, height } = element.getBoundingClientRect();
    const x = Math.min(menu.x, window.innerWidth - width - MARGIN_PX);
    const y = Math.min(menu.y, window.innerHeight - height - MARGIN_PX);
    element.style.left = `${Math.max(MARGIN_PX, x)}px`;
    element.style.top = `${Math.max(MARGIN_PX, y)}px`;
    element.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  };
  const canRemove = seen.isOnlyForYou || author.id === state.me.id;
  const canAnswer = !seen.isOnlyForYou;
  return html`<div class="menu-veil" @click=${close} @contextmenu=${close}></div>
    <div class="menu" role="menu" aria-label="Message" ${onceShown(place)} @keydown=${(event: KeyboardEvent) => onKey(event, close)}>
      ${canAnswer ? item(ICONS.reply, 'Reply', () => actions.replyTo(seen)) : nothing}
      ${
        canAnswer && state.commands.message.length > 0
          ? html`<div class="menu-head" role="presentation">${ICONS.apps}Apps</div>
              ${state.commands.message
                .map((command) => localize(command, state.me.locale))
                .map(({ name, label }) =>
                  item(nothing, label, () => void actions.useOnMessage(name, id), 'deep'),
                )}
              <hr role="presentation" />`
          : nothing
      }
      ${canAnswer ? showForward(page, id, item) : nothing}
      ${item(ICONS.braces, 'What was sent', () => void actions.inspect(id))}
      ${
        canRemove
          ? item(
              ICONS.bin,
              seen.isOnlyForYou ? 'Dismiss message' : 'Delete message',
              () => void actions.remove(id),
              'danger',
            )
          : nothing
      }
    </div>`;
}

type Item = (icon: unknown, label: string, use: () => void, kind?: string) => TemplateResult;

/** The channels of the person to which the message may be forwarded; the client offers more, which all come to the same. */
function showForward({ state, actions }: Page, id: string, item: Item): TemplateResult {
  const channels = state.world.channels.filter((channel) => state.me.channels.includes(channel.id));
  return html`<div class="menu-head" role="presentation">Forward to</div>
    ${channels.map(({ id: channel, name }) => item(nothing, name, () => void actions.forward(id, channel), 'deep'))}
    <hr role="presentation" />`;
}

function onKey(event: KeyboardEvent, close: () => void): void {
  const { currentTarget, key } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  const items = [...currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: -1,
  };
  const to = steps[key];
  if (to !== undefined) items.at(to % items.length)?.focus();
  else if (key === 'Escape' || key === 'Tab') close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
