import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** A list to choose from above the composer; the keyboard stays in the field that it belongs to. */
export interface Suggestions<T> {
  readonly id: string;
  /** Names the list. */
  readonly label: string;
  readonly items: readonly T[];
  /** The place of the marked one; -1 for none. */
  readonly marked: number;
  readonly show: (item: T) => unknown;
  readonly use: (item: T) => void;
}

/** The list; nothing if it has no item. */
export function showSuggestions<T>(list: Suggestions<T>): TemplateResult | typeof nothing {
  if (list.items.length === 0) return nothing;
  return html`<div class="suggestions">
    <div class="suggestions-head" id="${list.id}-label">${list.label}</div>
    <ul role="listbox" tabindex="0" id=${list.id} aria-labelledby="${list.id}-label">
      ${list.items.map(
        (item, index) => html`<li
          role="option"
          id=${optionId(list.id, index)}
          aria-selected=${index === list.marked}
          ${ref((element) => index === list.marked && element?.scrollIntoView({ block: 'nearest' }))}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => list.use(item)}
        >${list.show(item)}</li>`,
      )}
    </ul>
  </div>`;
}

/** The id of an element of a list, for `aria-activedescendant`. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The place that an arrow key leads to; undefined for other keys. Goes round at both ends. */
export function moveMark(key: string, marked: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (marked + 1) % count;
  if (key === 'ArrowUp') return marked <= 0 ? count - 1 : marked - 1;
  return undefined;
}
