import { html, nothing, type TemplateResult } from 'lit';
import type { State } from '../state.js';
import { listOffered, type Offered } from './commands.js';

/** What can be put in at the cursor. */
export type Completion =
  | { readonly kind: 'command'; readonly command: Offered }
  | { readonly kind: 'mention'; readonly name: string; readonly note: string };

/** What can be put in behind the text so far: commands after `/`, those in the channel after `@`; nothing else. */
export function listCompletions(text: string, state: State): readonly Completion[] {
  const { commands, world, channel, me } = state;
  if (text.startsWith('/')) {
    const typed = text.slice(1).toLowerCase();
    return listOffered(commands.chat, me.locale)
      .filter(({ name, label }) => label.startsWith(typed) || name.startsWith(typed))
      .map((command) => ({ kind: 'command', command }));
  }
  const typed = /(?:^|\s)@(\w*)$/.exec(text)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  const people = world.people
    .filter(({ channels }) => channels.includes(channel.id))
    .map(({ name, standing }) => ({ name, note: standing }));
  const bot = channel.hasBot ? [{ name: world.bot.username, note: 'answers from the articles' }] : [];
  return [...bot, ...people]
    .filter(({ name }) => name.toLowerCase().startsWith(typed))
    .map((found) => ({ kind: 'mention', ...found }));
}

/** Names after `@` become mentions, as Discord's client sends them. */
export function mentionNames(text: string, { world: { bot, people } }: State): string {
  const ids = new Map([[bot.username, bot.id], ...people.map(({ name, id }) => [name, id] as const)]);
  return text.replace(/(^|\s)@(\w+)/g, (whole, before: string, name: string) => {
    const id = ids.get(name);
    return id === undefined ? whole : `${before}<@${id}>`;
  });
}

/** A completion in the list, with the options of a command and what it does. */
export function showCompletion(item: Completion): TemplateResult {
  if (item.kind === 'mention')
    return html`<span class="suggestion-name">@${item.name}</span><span class="suggestion-note">${item.note}</span>`;
  const { label, description, options } = item.command;
  return html`<span class="suggestion-name">/${label}${options.map(
    (option) =>
      html`<span class="hint ${option.required === true ? 'required' : ''}">${option.label}${option.required === true ? nothing : html`<span class="hint-mark">?</span>`}</span>`,
  )}</span
    ><span class="suggestion-note">${description}</span>`;
}
