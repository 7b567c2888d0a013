import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../page.js';
import type { Channel } from '../payloads.js';
import { type State, titleOf } from '../state.js';
import { showAvatar } from './avatar.js';
import { ICONS } from './icons.js';
import { showIdentity } from './identity.js';

/** The servers at the edge, the channels of the one that is open, and who one is below them. */
export function showPlaces(page: Page): TemplateResult {
  const { state } = page;
  const { world, channel } = state;
  const server = world.servers.find(({ id }) => id === channel.guildId);
  return html`<nav class="places ${state.isNavigationOpen ? 'open' : ''}" aria-label="Servers and channels">
    <ul class="rail" aria-label="Servers">
      ${showRailItem(page, undefined, 'Direct messages')}
      ${world.servers.map(({ id, name }) => showRailItem(page, id, name))}
    </ul>
    <div class="sidebar">
      <h2 class="server-name">${server?.name ?? 'Direct messages'}</h2>
      <ul class="channels" aria-label="Channels">
        ${channelsOf(page, channel.guildId).map((item) => showChannel(item, page))}
      </ul>
      ${showIdentity(page)}
    </div>
  </nav>`;
}

function channelsOf({ state }: Page, guildId: string | undefined): readonly Channel[] {
  return state.world.channels.filter(
    (item) => item.guildId === guildId && state.me.channels.includes(item.id),
  );
}

function showRailItem(
  page: Page,
  guildId: string | undefined,
  name: string,
): TemplateResult | typeof nothing {
  const { state, actions } = page;
  const channels = channelsOf(page, guildId);
  const [first] = channels;
  if (first === undefined) return nothing;
  const isHere = state.channel.guildId === guildId;
  const hasUnread = channels.some(({ id }) => state.unread.has(id));
  const initials = name
    .split(/\s+/)
    .map((word) => word.slice(0, 1))
    .join('')
    .slice(0, 2);
  return html`<li class="${isHere ? 'here' : ''} ${hasUnread ? 'unread' : ''}">
    <button
      type="button"
      title=${name}
      data-initials=${guildId === undefined ? '' : initials}
      aria-label=${hasUnread ? `${name}, unread` : name}
      aria-current=${isHere ? 'true' : 'false'}
      @click=${() => void actions.enter(first)}
    >${guildId === undefined ? ICONS.chat : nothing}</button>
  </li>`;
}

function showSign(channel: Channel, state: State): TemplateResult {
  const title = titleOf(state, channel);
  if (channel.kind === 'dm') return showAvatar(state.world.bot.id, title, true);
  if (channel.kind === 'group') return showAvatar(channel.id, title, false);
  return html`<span class="hash" aria-hidden="true">${channel.kind === 'thread' ? '↳' : '#'}</span>`;
}

function showChannel(channel: Channel, { state, actions }: Page): TemplateResult {
  const isHere = channel.id === state.channel.id;
  const isUnread = state.unread.has(channel.id);
  const title = titleOf(state, channel);
  return html`<li>
    <button
      type="button"
      class=${isUnread ? 'unread' : ''}
      aria-label=${isUnread ? `${title}, unread` : title}
      aria-current=${isHere ? 'page' : 'false'}
      @click=${() => void actions.enter(channel)}
    >${showSign(channel, state)}<span class="channel-name">${title}</span></button>
  </li>`;
}
