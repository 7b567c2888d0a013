import { toUpload } from './api.js';
import { el } from './dom.js';
import { renderMarkdown } from './markdown.js';

const ACTION_ROW = 1;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const LABEL = 18;
const FILE_UPLOAD = 19;
const RADIO_GROUP = 21;
const CHECKBOX_GROUP = 22;
const CHECKBOX = 23;

/** Shows a modal in the dialog; `submit(values)` gets what was filled in by custom_id, and rejects with a sentence when that is refused. */
export function showModal(dialog, modal, submit) {
  const inputs = [];
  const problem = el('p', { role: 'alert', class: 'problem' });
  const send = async (event) => {
    event.preventDefault();
    try {
      const entries = await Promise.all(inputs.map(async ({ id, read }) => [id, await read()]));
      await submit(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
    }
  };
  dialog.replaceChildren(
    el(
      'form',
      { method: 'dialog', onsubmit: send },
      el('h2', {}, modal.title),
      ...modal.components.map((component) => renderPart(component, inputs)),
      problem,
      el(
        'div',
        { class: 'row' },
        el('button', { type: 'submit', class: 'button primary' }, 'Submit'),
        el('button', { type: 'button', class: 'tool', onclick: () => dialog.close() }, 'Cancel'),
      ),
    ),
  );
  dialog.showModal();
}

function renderPart(component, inputs) {
  if (component.type === TEXT_DISPLAY) return el('div', {}, renderMarkdown(component.content));
  if (component.type === ACTION_ROW) {
    return el(
      'div',
      {},
      ...component.components.map((inner) => renderField(inner, inner.label, undefined, inputs)),
    );
  }
  if (component.type === LABEL)
    return renderField(component.component, component.label, component.description, inputs);
  return el('p', {}, `A component of type ${component.type}, which this page does not draw.`);
}

function renderField(component, label, description, inputs) {
  const { element, read } = createInput(component);
  inputs.push({ id: component.custom_id, read });
  const isRequired = component.required !== false && component.type !== CHECKBOX;
  return el(
    'label',
    { class: 'field' },
    el('span', {}, label ?? '', isRequired ? el('span', { class: 'required' }, ' required') : ''),
    description ? el('small', {}, description) : null,
    element,
  );
}

function createInput(component) {
  switch (component.type) {
    case TEXT_INPUT: {
      const traits = {
        value: component.value ?? '',
        placeholder: component.placeholder ?? '',
        maxLength: component.max_length ?? 4000,
      };
      const element =
        component.style === 2
          ? el('textarea', { ...traits, rows: 6 })
          : el('input', { type: 'text', ...traits });
      return { element, read: () => (element.value === '' ? undefined : element.value) };
    }
    case FILE_UPLOAD: {
      const element = el('input', { type: 'file', multiple: (component.max_values ?? 1) > 1 });
      return {
        element,
        read: () => (element.files.length === 0 ? undefined : Promise.all([...element.files].map(toUpload))),
      };
    }
    case CHECKBOX: {
      const element = el('input', { type: 'checkbox', checked: component.default === true });
      return { element, read: () => element.checked };
    }
    case STRING_SELECT:
    case RADIO_GROUP:
    case CHECKBOX_GROUP: {
      const isMany = component.type === CHECKBOX_GROUP || (component.max_values ?? 1) > 1;
      const element = el(
        'select',
        { multiple: isMany },
        ...component.options.map((option) =>
          el('option', { value: option.value, selected: option.default === true }, option.label),
        ),
      );
      const read = () => {
        const values = [...element.selectedOptions].map(({ value }) => value);
        if (component.type === RADIO_GROUP) return values[0];
        return values.length === 0 ? undefined : values;
      };
      return { element, read };
    }
    default: {
      const element = el('input', { type: 'text', placeholder: 'Names or ids, separated by commas' });
      return {
        element,
        read: () => (element.value === '' ? undefined : element.value.split(',').map((name) => name.trim())),
      };
    }
  }
}
