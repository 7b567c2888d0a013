import { html, type TemplateResult } from 'lit';
import type { Page } from '../page.js';
import type { Theme } from '../state.js';
import { showAvatar } from './avatar.js';

const THEMES: Readonly<Record<Theme, string>> = { system: 'As the system', dark: 'Dark', light: 'Light' };

/** Who one is, and a way to be somebody else: a member, a moderator, the owner, in another language. */
export function showIdentity({ state, actions }: Page): TemplateResult {
  const { me, world } = state;
  const chosen = (event: Event) =>
    event.currentTarget instanceof HTMLSelectElement || event.currentTarget instanceof HTMLInputElement
      ? event.currentTarget.value
      : '';
  // A button with a popover and no `details`: a summary has no role by which a program finds it.
  return html`<div class="identity">
    <button type="button" class="identity-button" popovertarget="identity-card">
      ${showAvatar(me.id, me.name, false)}
      <span class="identity-name"><b>${me.name}</b><small>${me.standing}</small></span>
      <span class="identity-switch">Switch</span>
    </button>
    <div class="identity-card" id="identity-card" popover>
      <fieldset>
        <legend>You are</legend>
        ${world.people.map(
          ({ key, id, name, standing, hasInstalled, channels }) => html`<label>
            <input type="radio" name="person" value=${key} .checked=${key === me.key} @change=${(event: Event) => void actions.become(chosen(event))} />
            ${showAvatar(id, name, false)}
            <span><b>${name}</b><small>${standing} · ${countServers(channels, world.channels)}${hasInstalled ? ` · has installed ${world.bot.username}` : ''}</small></span>
          </label>`,
        )}
      </fieldset>
      <label class="identity-choice">Language
        <select @change=${(event: Event) => void actions.speak(chosen(event))}>
          ${world.locales.map((locale) => html`<option value=${locale} ?selected=${locale === me.locale} .selected=${locale === me.locale}>${nameLocale(locale)}</option>`)}
        </select>
      </label>
      <label class="identity-choice">Appearance
        <select @change=${(event: Event) => actions.wear(readTheme(chosen(event)))}>
          ${Object.entries(THEMES).map(([theme, name]) => html`<option value=${theme} .selected=${theme === state.theme}>${name}</option>`)}
        </select>
      </label>
    </div>
  </div>`;
}

function countServers(
  ids: readonly string[],
  channels: readonly { readonly id: string; readonly guildId?: string }[],
): string {
  const servers = new Set(channels.filter(({ id }) => ids.includes(id)).map(({ guildId }) => guildId));
  servers.delete(undefined);
  return servers.size === 1 ? 'in one server' : `in ${servers.size} servers`;
}

const localeNames = new Intl.DisplayNames('en', { type: 'language' });

function nameLocale(locale: string): string {
  return localeNames.of(locale) ?? locale;
}

function readTheme(value: string): Theme {
  return value === 'dark' || value === 'light' ? value : 'system';
}
