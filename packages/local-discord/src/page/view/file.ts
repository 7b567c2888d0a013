import type { APIAttachment } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { ICONS } from './icons.js';
import { webAddress } from './markdown.js';

/** A file of a message, to be downloaded. */
export function showFile({ url, filename, size }: APIAttachment): TemplateResult {
  return html`<a class="attachment" href=${webAddress(url) ?? '#'} download=${filename}>${ICONS.file}<span>${filename}</span><small>${size.toLocaleString()} bytes</small></a>`;
}
