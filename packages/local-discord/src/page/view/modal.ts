import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { toUpload } from '../api.js';
import { parseMarkdown } from '../markdown.js';
import type { Page } from '../page.js';
import { type Component, KIND, optionsOf, showSelect } from './components.js';
import { ICONS } from './icons.js';
import { showMarkdown } from './markdown.js';
import { onceShown } from './once-shown.js';

/** Discord's number for a text input of several lines. */
const PARAGRAPH = 2;

/** What is filled in so far, by custom_id; a new one for each modal. */
type Values = Map<string, string | boolean | string[] | File[]>;

const filled = new WeakMap<object, Values>();

/** The form that the bot has opened, above everything else. */
export function showModal(page: Page): unknown {
  const { modal: open } = page.state;
  if (open === null) return nothing;
  const { modal, problem, interactionId } = open;
  const values: Values = filled.get(modal) ?? new Map();
  filled.set(modal, values);
  const close = () => page.store.change({ modal: null });
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void toSubmitted(values).then((submitted) => page.actions.submit(submitted));
  };
  const lift = (element: HTMLElement) => {
    if (element instanceof HTMLDialogElement && !element.open) element.showModal();
  };
  return keyed(
    interactionId,
    html`<dialog class="modal" aria-labelledby="modal-title" ${onceShown(lift)} @close=${close}>
      <form @submit=${onSubmit}>
        <header>
          <h2 id="modal-title">${modal.title}</h2>
          <button type="button" class="tool" aria-label="Close" @click=${close}>${ICONS.close}</button>
        </header>
        <div class="modal-fields">
          <p class="quiet">This form will be submitted to ${page.state.world.bot.username}.</p>
          ${(modal.components as readonly Component[]).map((component) => showPart(component, values, page))}
          ${problem === '' ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
        </div>
        <footer>
          <button type="button" class="button secondary" @click=${close}>Cancel</button>
          <button type="submit" class="button primary">Submit</button>
        </footer>
      </form>
    </dialog>`,
  );
}

function showPart(component: Component, values: Values, page: Page): unknown {
  if (component.type === KIND.textDisplay)
    return html`<div class="markdown">${showMarkdown(parseMarkdown(component.content ?? ''), { state: page.state })}</div>`;
  if (component.type === KIND.row)
    return (component.components ?? []).map((inner) => showField(inner, inner.label ?? '', '', values, page));
  const { component: inner } = component;
  if (component.type === KIND.label && inner !== undefined)
    return showField(inner, component.label ?? '', component.description ?? '', values, page);
  return html`<p class="quiet">A component of type ${component.type}, which this page does not draw.</p>`;
}

function showField(
  component: Component,
  label: string,
  description: string,
  values: Values,
  page: Page,
): TemplateResult {
  const isRequired = component.required !== false && component.type !== KIND.checkbox;
  return html`<label class="field">
    <span class="field-label">${label}${isRequired ? html`<span class="required" title="required">*</span>` : nothing}</span>
    ${description === '' ? nothing : html`<small>${description}</small>`}
    ${showInput({ ...component, label }, values, page)}
  </label>`;
}

function showInput(component: Component, values: Values, page: Page): TemplateResult {
  const { custom_id: id = '', type, value = '', placeholder = '', max_length: most = 4_000 } = component;
  const onText = (event: Event) => {
    const { currentTarget: field } = event;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
      values.set(id, field.value);
  };
  switch (type) {
    case KIND.textInput:
      return component.style === PARAGRAPH
        ? html`<textarea rows="5" dir="auto" placeholder=${placeholder} maxlength=${most} .defaultValue=${value} @input=${onText}></textarea>`
        : html`<input type="text" dir="auto" placeholder=${placeholder} maxlength=${most} .defaultValue=${value} @input=${onText} />`;
    case KIND.fileUpload:
      return html`<input type="file" ?multiple=${(component.max_values ?? 1) > 1} @change=${(
        event: Event,
      ) => {
        if (event.currentTarget instanceof HTMLInputElement)
          values.set(id, [...(event.currentTarget.files ?? [])]);
      }} />`;
    case KIND.checkbox:
      return html`<input type="checkbox" ?checked=${component.default === true} @change=${(event: Event) => {
        if (event.currentTarget instanceof HTMLInputElement) values.set(id, event.currentTarget.checked);
      }} />`;
    case KIND.radioGroup:
      return showSelect(component, component.options ?? [], ([chosen = '']) => values.set(id, chosen));
    case KIND.checkboxGroup: {
      const options = component.options ?? [];
      return showSelect({ ...component, max_values: options.length }, options, (chosen) =>
        values.set(id, chosen),
      );
    }
    default:
      return showSelect(component, optionsOf(component, page), (chosen) => values.set(id, chosen));
  }
}

async function toSubmitted(values: Values): Promise<Record<string, unknown>> {
  const entries = [...values].map(async ([id, value]) => {
    const files = Array.isArray(value) ? value.filter((item) => item instanceof File) : [];
    return [id, files.length > 0 ? await Promise.all(files.map(toUpload)) : value] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
