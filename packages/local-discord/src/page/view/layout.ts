import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { parseMarkdown } from '../markdown.js';
import type { Page } from '../page.js';
import type { Seen } from '../payloads.js';
import { type Component, KIND, showComponent, showRow } from './components.js';
import { showFile } from './file.js';
import { ICONS } from './icons.js';
import { showMarkdown } from './markdown.js';

/** A message, as far as its layout goes. */
type Laid = Pick<Seen, 'message' | 'cited'>;

/** What a message shows that is made of components alone, in their order. */
export function showLayout(seen: Laid, page: Page): TemplateResult {
  const parts = (seen.message.components ?? []) as readonly Component[];
  return html`${parts.map((part) => showPart(part, seen, page))}`;
}

/** A part of the layout. Pictures from elsewhere are named and not loaded: the page asks nobody for anything. */
function showPart(part: Component, seen: Laid, page: Page): TemplateResult | typeof nothing {
  const { components = [], content = '' } = part;
  switch (part.type) {
    case KIND.container:
      return html`<div class="container" ${ref(colour(part))}>${components.map((inner) => showPart(inner, seen, page))}</div>`;
    case KIND.section:
      return showSection(part, seen, page);
    case KIND.textDisplay:
      return html`<div class="text-display markdown">${showMarkdown(parseMarkdown(content), page)}</div>`;
    case KIND.separator:
      return part.divider === false ? html`<div class="gap"></div>` : html`<hr>`;
    case KIND.row:
      return showRow(part, seen.message.id, page);
    case KIND.file: {
      const file = seen.message.attachments.find(({ filename }) => filename === part.name);
      return file === undefined ? nothing : showFile(file);
    }
    case KIND.mediaGallery:
      return html`${(part.items ?? []).map(showPicture)}`;
    case KIND.thumbnail:
      return showPicture(part);
    default:
      return nothing;
  }
}

/** Texts with what is beside them; one that cites leads to its passage beside the channel too. */
function showSection({ id, components = [], accessory }: Component, seen: Laid, page: Page): TemplateResult {
  const cited = seen.cited.find(({ component }) => component === id);
  const beside = accessory?.type === KIND.button ? showComponent(accessory, seen.message.id, page) : nothing;
  return html`<div class="section">
    <div class="section-texts">${components.map((text) => showPart(text, seen, page))}${
      cited === undefined
        ? nothing
        : html`<button type="button" class="follow" @click=${() => void page.actions.articles.follow(cited.key)}>${ICONS.book}Read it in the article</button>`
    }</div>
    <div class="accessory">${accessory?.type === KIND.thumbnail ? showPicture(accessory) : beside}</div>
  </div>`;
}

function showPicture({ media }: Pick<Component, 'media'>): TemplateResult {
  return html`<div class="embed-small">Picture, not loaded here: ${media?.url ?? ''}</div>`;
}

function colour({ accent_color: accent }: Component): (element?: Element) => void {
  return (element) => {
    if (element instanceof HTMLElement && typeof accent === 'number')
      element.style.setProperty('--embed', `#${accent.toString(16).padStart(6, '0')}`);
  };
}
