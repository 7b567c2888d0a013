import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Page } from '../page.js';
import { signOf, titleOf } from '../state.js';
import { ICONS } from './icons.js';
import { showMessage } from './message.js';

/** The channel's messages from its beginning. Arrow keys go from one to the next. */
export function showLog(page: Page): TemplateResult {
  const { state } = page;
  const seen = [...state.messages.values()];
  // Tab stops at one message, the last one used or the newest; arrow keys lead to the others.
  const isKept = state.activeId !== null && state.messages.has(state.activeId);
  const stopId = isKept ? state.activeId : seen.at(-1)?.message.id;
  return html`<div class="log" @keydown=${(event: KeyboardEvent) => onKey(event, page)}><div>
    ${showBeginning(page)}
    <ol class="messages" aria-label="Messages in ${titleOf(state, state.channel)}" aria-live="polite" aria-relevant="additions">
      ${repeat(
        seen,
        ({ message }) => message.id,
        (item, index) =>
          showMessage(item, { before: seen[index - 1], isTabStop: item.message.id === stopId }, page),
      )}
    </ol>
  </div></div>`;
}

/** The head of every channel: where one is, and what the articles can be asked. */
function showBeginning(page: Page): TemplateResult {
  const { state, actions, store } = page;
  const { channel, world, examples } = state;
  const isDirect = channel.kind === 'dm';
  const askIt = (question: string) => {
    store.change({ notice: '' });
    if (state.commands.chat.some(({ name }) => name === 'ask')) void actions.run('ask', { question });
    else void actions.say(isDirect ? question : `<@${world.bot.id}> ${question}`, []);
  };
  const canAsk = channel.hasBot || state.commands.chat.length > 0;
  return html`<header class="beginning">
    <div class="beginning-mark" aria-hidden="true">${isDirect ? html`F<sup>1</sup>` : signOf(channel) || '@'}</div>
    <h2>${isDirect ? world.bot.username : `Welcome to ${signOf(channel)}${channel.name}!`}</h2>
    <p>${channel.hasBot ? describePlace(world.bot.username) : describeElsewhere(page)}</p>
    ${
      examples.length === 0 || !canAsk
        ? nothing
        : html`<ul class="examples" aria-label="Questions that the articles answer">${examples.map(
            (question) =>
              html`<li><button type="button" @click=${() => askIt(question)}>${ICONS.question}<span>${question}</span></button></li>`,
          )}</ul>`
    }
  </header>`;
}

function describePlace(bot: string): TemplateResult {
  return html`This is a local Discord on your own computer, and <strong>${bot}</strong> is really in it. Type
    <kbd>/</kbd> for its commands, mention it with <kbd>@</kbd>, or ask:`;
}

/** Where the bot is not, its commands are there for those who have installed it for themselves. */
function describeElsewhere({ state }: Page): TemplateResult {
  const { world, me } = state;
  const bot = html`<strong>${world.bot.username}</strong>`;
  const where = state.channel.kind === 'group' ? 'group' : 'server';
  return me.hasInstalled
    ? html`${bot} is not in this ${where} and hears nothing here. You have installed it for yourself: type <kbd>/</kbd> for
        its commands.`
    : html`${bot} is not in this ${where}: its commands are offered to those who have installed it for themselves, such as
        ${
          world.people
            .filter(({ hasInstalled }) => hasInstalled)
            .map(({ name }) => name)
            .join(', ') || 'nobody'
        }.`;
}

/** Up and down go from message to message; the message's own buttons are then a Tab away. */
function onKey(event: KeyboardEvent, { state, actions, store }: Page): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches('.message')) return;
  const id = target.dataset.id ?? '';
  const steps: Readonly<Record<string, Element | null>> = {
    ArrowDown: target.nextElementSibling,
    ArrowUp: target.previousElementSibling,
    Home: target.parentElement?.firstElementChild ?? null,
    End: target.parentElement?.lastElementChild ?? null,
  };
  const seen = state.messages.get(id);
  if (key in steps) {
    const next = steps[key];
    if (next instanceof HTMLElement) next.focus();
    else if (key === 'ArrowDown') document.querySelector<HTMLElement>('#composer-line')?.focus();
  } else if (key === 'ContextMenu' || (key === 'Enter' && event.target === target)) {
    const { left, top } = target.getBoundingClientRect();
    store.change({ menu: { messageId: id, x: left + 72, y: top + 24 } });
  } else if (key === 'r' && seen !== undefined && !seen.isOnlyForYou) actions.replyTo(seen);
  else return;
  event.preventDefault();
}
