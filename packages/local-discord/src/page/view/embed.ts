import type { APIEmbed } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { parseMarkdown } from '../markdown.js';
import type { Page } from '../page.js';
import { showMarkdown, webAddress } from './markdown.js';

/** An embed as Discord shows it. Pictures from elsewhere are named and not loaded: the page asks nobody for anything. */
export function showEmbed(embed: APIEmbed, { state }: Page): TemplateResult {
  const markdown = (text: string) => showMarkdown(parseMarkdown(text), { state });
  const colour = (element?: Element) => {
    if (element instanceof HTMLElement && typeof embed.color === 'number')
      element.style.setProperty('--embed', `#${embed.color.toString(16).padStart(6, '0')}`);
  };
  return html`<div class="embed" ${ref(colour)}>
    ${embed.provider?.name ? html`<div class="embed-small">${embed.provider.name}</div>` : nothing}
    ${embed.author ? html`<div class="embed-author">${withLink(embed.author.url, embed.author.name)}</div>` : nothing}
    ${embed.title ? html`<div class="embed-title markdown">${withLink(embed.url, markdown(embed.title))}</div>` : nothing}
    ${
      embed.description
        ? html`<div class="embed-description markdown">${markdown(embed.description)}</div>`
        : nothing
    }
    ${
      embed.fields?.length
        ? html`<dl class="embed-fields">${embed.fields.map(
            ({ name, value, inline }) => html`<div class=${inline ? 'inline' : ''}>
              <dt class="markdown">${markdown(name)}</dt>
              <dd class="markdown">${markdown(value)}</dd>
            </div>`,
          )}</dl>`
        : nothing
    }
    ${[embed.image, embed.thumbnail].map((picture) =>
      picture ? html`<div class="embed-small">Picture, not loaded here: ${picture.url}</div>` : nothing,
    )}
    ${embed.footer || embed.timestamp ? html`<div class="embed-small">${toFooter(embed)}</div>` : nothing}
  </div>`;
}

function withLink(url: string | undefined, label: unknown): unknown {
  const address = webAddress(url);
  return address === null
    ? label
    : html`<a href=${address} target="_blank" rel="noopener noreferrer">${label}</a>`;
}

function toFooter({ footer, timestamp }: APIEmbed): string {
  const day = timestamp === undefined ? undefined : new Date(timestamp).toLocaleString();
  return [footer?.text, day].filter((part) => part !== undefined && part !== '').join(' • ');
}
