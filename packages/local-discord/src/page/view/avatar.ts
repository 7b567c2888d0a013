import { html, type TemplateResult } from 'lit';

/** Tones of the avatars, as many as `avatar.css` has. */
const TONES = 6n;

/** A person's first letter on their tone, or the bot's footnote mark. Named beside it, so hidden from screen readers. */
export function showAvatar(userId: string, name: string, isBot: boolean): TemplateResult {
  if (isBot) return html`<span class="avatar bot" aria-hidden="true">F<sup>1</sup></span>`;
  const tone = /^\d+$/.test(userId) ? Number(BigInt(userId) % TONES) : 0;
  return html`<span class="avatar tone-${tone}" aria-hidden="true">${name.slice(0, 1).toUpperCase()}</span>`;
}
