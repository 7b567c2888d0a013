import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../page.js';
import { type Chosen, listChoosable } from './choosable.js';
import { ICONS } from './icons.js';
import { webAddress } from './markdown.js';

/** A component of a message or a modal, as loosely as the checks have left it to be read. */
export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly style?: number;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly emoji?: { readonly name?: string | null };
  readonly placeholder?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly SelectOption[];
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly description?: string;
  readonly required?: boolean;
  readonly value?: string;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly content?: string;
  readonly default?: boolean;
  readonly accessory?: Component;
  readonly accent_color?: number | null;
  readonly divider?: boolean;
  readonly name?: string;
  readonly media?: { readonly url?: string };
  readonly items?: readonly { readonly media?: { readonly url?: string } }[];
}

interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

/** Discord's numbers for the kinds of components that the page draws. */
export const KIND = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

const BUTTON_STYLES: readonly string[] = ['', 'primary', 'secondary', 'success', 'danger'];

/** The rows of buttons and selects below a message. */
export function showComponents(message: APIMessage, page: Page): TemplateResult | typeof nothing {
  const rows = (message.components ?? []) as readonly Component[];
  if (rows.length === 0) return nothing;
  return html`${rows.map((row) => showRow(row, message.id, page))}`;
}

/** A row of buttons, or one with a select. */
export function showRow({ components = [] }: Component, messageId: string, page: Page): TemplateResult {
  return html`<div class="component-row" role="group" aria-label="Actions of this message">${components.map(
    (component) => showComponent(component, messageId, page),
  )}</div>`;
}

/** A button or a select of a message. */
export function showComponent(component: Component, messageId: string, page: Page): TemplateResult {
  if (component.type === KIND.button) return showButton(component, messageId, page);
  const { custom_id: customId = '', min_values: least = 1 } = component;
  return showSelect(component, optionsOf(component, page), (values) => {
    if (values.length >= least) void page.actions.choose(messageId, customId, values);
  });
}

function showButton(component: Component, messageId: string, { actions }: Page): TemplateResult {
  const label = [component.emoji?.name, component.label].filter(Boolean).join(' ');
  const address = webAddress(component.url);
  if (address !== null)
    return html`<a class="button secondary" href=${address} target="_blank" rel="noopener noreferrer">${label}${ICONS.out}</a>`;
  const { custom_id: customId = '' } = component;
  return html`<button
    type="button"
    class="button ${BUTTON_STYLES[component.style ?? 2] ?? 'secondary'}"
    ?disabled=${component.disabled === true}
    @click=${() => void actions.press(messageId, customId)}
  >${label}</button>`;
}

/** A select; `use` gets the chosen values. */
export function showSelect(
  component: Component,
  options: readonly SelectOption[],
  use: (values: string[]) => void,
): TemplateResult {
  const isMany = (component.max_values ?? 1) > 1;
  const onChange = (event: Event) => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return;
    use([...event.currentTarget.selectedOptions].map(({ value }) => value).filter((value) => value !== ''));
  };
  return html`<select
    class="select"
    aria-label=${component.placeholder ?? component.label ?? 'Make a selection'}
    ?multiple=${isMany}
    ?disabled=${component.disabled === true}
    @change=${onChange}
  >
    ${isMany ? nothing : html`<option value="">${component.placeholder ?? 'Make a selection'}</option>`}
    ${options.map(
      (option) =>
        html`<option value=${option.value} ?selected=${option.default === true}>${
          option.description ? `${option.label} — ${option.description}` : option.label
        }</option>`,
    )}
  </select>`;
}

/** What can be chosen: the bot's own options, or the world's people, roles and channels. */
export function optionsOf(component: Component, { state }: Page): readonly SelectOption[] {
  const { people, roles, channels } = listChoosable(state);
  switch (component.type) {
    case KIND.userSelect:
      return people.map(toOption);
    case KIND.roleSelect:
      return roles.map(toOption);
    case KIND.mentionableSelect:
      return [...people, ...roles].map(toOption);
    case KIND.channelSelect:
      return channels.map(({ name, value }) => ({ label: `# ${name}`, value }));
    default:
      return component.options ?? [];
  }
}

function toOption({ name, value }: Chosen): SelectOption {
  return { label: name, value };
}
