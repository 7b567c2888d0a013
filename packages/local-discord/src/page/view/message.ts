import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { firstText } from '../first-text.js';
import { parseMarkdown } from '../markdown.js';
import type { Page } from '../page.js';
import type { Seen } from '../payloads.js';
import { nameOf as findName } from '../state.js';
import { showAvatar } from './avatar.js';
import { KIND, showComponents } from './components.js';
import { showEmbed } from './embed.js';
import { showFile } from './file.js';
import { ICONS } from './icons.js';
import { showLayout } from './layout.js';
import { showMarkdown } from './markdown.js';

/** Discord's numbers for the kinds of messages that the page tells apart. */
const REPLY = 19;
const MENU_COMMAND = 23;
const COMPONENTS_V2 = 1 << 15;

/** Messages of one author within this time are under one name, as in Discord's client. */
const GROUP_MS = 7 * 60_000;

/** Characters of a message that the line of a reply to it shows. */
const PREVIEW_CHARACTERS = 100;

/** The times of messages; a formatter is dear to make, and there are thousands of messages. */
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const timeFormat = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** A message as an item of the log, drawn anew only when something about it has changed. `before` is the one above it. */
export function showMessage(
  seen: Seen,
  { before, isTabStop }: { readonly before: Seen | undefined; readonly isTabStop: boolean },
  page: Page,
): unknown {
  const { world, channel, me, activeId } = page.state;
  const isActive = activeId === seen.message.id;
  const isGrouped = isContinuing(seen.message, before?.message);
  return guard([seen, isGrouped, isActive, isTabStop, world, channel, me], () =>
    showItem(seen, { isActive, isGrouped, isTabStop }, page),
  );
}

function showItem(
  seen: Seen,
  { isActive, isGrouped, isTabStop }: Record<'isActive' | 'isGrouped' | 'isTabStop', boolean>,
  page: Page,
): TemplateResult {
  const { state, store } = page;
  const { message, isOnlyForYou, isThinking, pinged } = seen;
  const classes = [
    'message',
    isGrouped ? 'grouped' : '',
    isOnlyForYou ? 'only-you' : '',
    isActive ? 'active' : '',
    pinged.includes(state.me.id) ? 'pings-me' : '',
  ];
  const activate = () => {
    if (store.state.activeId !== message.id) store.change({ activeId: message.id });
  };
  const openMenu = (event: MouseEvent) => {
    // A menu of one's own only if the browser's is not needed for links and selected text.
    if (event.target instanceof Element && event.target.closest('a')) return;
    event.preventDefault();
    store.change({ menu: { messageId: message.id, x: event.clientX, y: event.clientY } });
  };
  const body = () => html`${showOrigin(seen, page)}
    ${isGrouped ? nothing : showAvatar(message.author.id, nameOf(message.author), message.author.bot === true)}
    <div class="message-body">
      ${isGrouped ? nothing : showByline(message)}
      ${isThinking ? showThinking(message) : showContent(message, page)}
      ${
        isMadeOfComponents(message)
          ? showLayout(seen, page)
          : html`${message.attachments.map(showFile)}${message.embeds.map((embed) => showEmbed(embed, page))}${showComponents(message, page)}`
      }
      ${isOnlyForYou ? showOnlyYou(message.id, page) : nothing}
    </div>`;
  return html`<li
    class=${classes.filter(Boolean).join(' ')}
    data-id=${message.id}
    tabindex=${isTabStop ? 0 : -1}
    aria-label=${describe(seen)}
    @mouseenter=${activate}
    @focusin=${activate}
    @contextmenu=${openMenu}
  >
    ${guard([seen, isGrouped, state.world, state.channel], body)}
    ${isActive && !isThinking ? showTools(seen, page) : nothing}
  </li>`;
}

function isMadeOfComponents({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & COMPONENTS_V2) !== 0;
}

/** The name that others see. */
export function nameOf(author: APIUser): string {
  return author.global_name ?? author.username;
}

function isContinuing(message: APIMessage, before: APIMessage | undefined): boolean {
  if (before === undefined || message.type === REPLY || message.interaction !== undefined) return false;
  const gap = Date.parse(message.timestamp) - Date.parse(before.timestamp);
  return before.author.id === message.author.id && gap < GROUP_MS && message.flags === before.flags;
}

function describe({ message, isOnlyForYou, isThinking }: Seen): string {
  const time = timeFormat.format(new Date(message.timestamp));
  const what = isThinking ? 'is thinking' : firstText(message);
  return `${nameOf(message.author)}, ${time}${isOnlyForYou ? ', only for you' : ''}: ${what.slice(0, PREVIEW_CHARACTERS)}`;
}

/** The line above: which command was used, or what is replied to. */
function showOrigin({ message }: Seen, { state }: Page): TemplateResult | typeof nothing {
  const { interaction } = message;
  if (interaction !== undefined) {
    const name = message.type === MENU_COMMAND ? interaction.name : `/${interaction.name}`;
    return html`<div class="origin">${showAvatar(interaction.user.id, nameOf(interaction.user), false)}<b>${nameOf(interaction.user)}</b> used <span class="mention">${name}</span></div>`;
  }
  if (message.type !== REPLY) return nothing;
  const replied = message.referenced_message;
  if (!replied) return html`<div class="origin"><em>Original message was deleted</em></div>`;
  const named = replied.content.replace(
    /<@!?(\d+)>/g,
    (whole, id: string) => `@${findName(state, id) ?? whole}`,
  );
  const text = firstText({ ...replied, content: named }) || 'Click to see attachment';
  const author = nameOf(replied.author);
  return html`<div class="origin">${showAvatar(replied.author.id, author, replied.author.bot === true)}<b>${author}</b> <span class="preview">${text.slice(0, PREVIEW_CHARACTERS)}</span></div>`;
}

function showByline({ author, timestamp }: APIMessage): TemplateResult {
  const time = new Date(timestamp);
  return html`<div class="byline">
    <span class="author">${nameOf(author)}</span>${author.bot === true ? html`<span class="badge">App</span>` : nothing}
    <time datetime=${timestamp} title=${dayFormat.format(time)}>${timeFormat.format(time)}</time>
  </div>`;
}

function showContent(message: APIMessage, page: Page): TemplateResult | typeof nothing {
  const { state } = page;
  if (message.message_snapshots !== undefined)
    return showForwarded({ message, snapshots: message.message_snapshots }, page);
  if (message.content === '') return nothing;
  const edited = message.edited_timestamp === null ? nothing : html`<small class="edited"> (edited)</small>`;
  return html`<div class="content markdown">${showMarkdown(parseMarkdown(message.content), { state })}${edited}</div>`;
}

/** What a message forwards, under a line that says so; its buttons stay behind. */
function showForwarded(
  {
    message,
    snapshots,
  }: { readonly message: APIMessage; readonly snapshots: NonNullable<APIMessage['message_snapshots']> },
  page: Page,
): TemplateResult {
  const { state } = page;
  return html`<div class="origin"><em>Forwarded</em></div>
    ${snapshots.map(({ message: copy }) => {
      const components = (copy.components ?? []).filter(({ type }) => type !== KIND.row);
      const shown = { message: { ...message, ...copy, components }, cited: [] };
      return html`${
        copy.content === ''
          ? nothing
          : html`<blockquote class="content markdown">${showMarkdown(parseMarkdown(copy.content), { state })}</blockquote>`
      }${copy.embeds.map((embed) => showEmbed(embed, page))}${showLayout(shown, page)}`;
    })}`;
}

function showThinking({ author }: APIMessage): TemplateResult {
  return html`<div class="thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${nameOf(author)} is thinking…</div>`;
}

function showOnlyYou(messageId: string, { actions }: Page): TemplateResult {
  return html`<div class="only-you-note">${ICONS.eye}<span>Only you can see this</span> • <button type="button" class="plain" @click=${() => void actions.remove(messageId)}>Dismiss message</button></div>`;
}

/** What one can do with a message; shown for the one that the pointer or the keyboard is on. */
function showTools(seen: Seen, { store, actions }: Page): TemplateResult {
  const { id } = seen.message;
  const open = (event: Event) => {
    if (!(event.currentTarget instanceof Element)) return;
    const { right, bottom } = event.currentTarget.getBoundingClientRect();
    store.change({ menu: { messageId: id, x: right, y: bottom + 4 } });
  };
  return html`<div class="tools" role="group" aria-label="This message">
    ${
      seen.isOnlyForYou
        ? nothing
        : html`<button type="button" title="Reply" aria-label="Reply" @click=${() => actions.replyTo(seen)}>${ICONS.reply}</button>`
    }
    <button type="button" title="What was sent" aria-label="Payload" @click=${() => void actions.inspect(id)}>${ICONS.braces}</button>
    <button type="button" title="More" aria-label="More" aria-haspopup="menu" @click=${open}>${ICONS.more}</button>
  </div>`;
}
