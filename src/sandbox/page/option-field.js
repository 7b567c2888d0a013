import { toUpload } from './api.js';
import { el } from './dom.js';

const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
const ATTACHMENT = 11;

/** Milliseconds without typing before choices are asked for; Discord's client waits about as long. */
const TYPING_PAUSE_MS = 200;

/**
 * The field of one command option: `{ option, element, input, read() }`; `read` gives undefined for an empty field.
 *
 * @param complete asked for the choices of what is typed, for options with autocomplete
 */
export function createOptionField(option, complete) {
  const id = `option-${option.name}`;
  const input = createInput(option, id);
  const list = option.autocomplete ? attachChoices(input, complete) : null;
  const element = el(
    'div',
    { class: 'option' },
    el(
      'label',
      { for: id },
      option.name,
      option.required ? el('span', { class: 'required' }, ' required') : '',
    ),
    input,
    el('small', {}, option.description),
    list,
  );
  return { option, element, input, read: () => readInput(option, input) };
}

function createInput(option, id) {
  const choices =
    option.type === BOOLEAN
      ? [
          { name: 'True', value: 'true' },
          { name: 'False', value: 'false' },
        ]
      : option.choices;
  if (choices?.length > 0) {
    return el(
      'select',
      { id },
      el('option', { value: '' }, '—'),
      ...choices.map(({ name, value }) => el('option', { value: String(value) }, name)),
    );
  }
  const isNumber = (option.type === INTEGER || option.type === NUMBER) && !option.autocomplete;
  return el('input', {
    id,
    type: option.type === ATTACHMENT ? 'file' : isNumber ? 'number' : 'text',
    step: isNumber && option.type === NUMBER ? 'any' : undefined,
    min: option.min_value,
    max: option.max_value,
    maxLength: option.max_length,
  });
}

async function readInput(option, input) {
  if (option.type === ATTACHMENT) return input.files.length === 0 ? undefined : toUpload(input.files[0]);
  // What autocomplete gave is sent by its value; what was typed over it, as it stands.
  const text =
    input.dataset.chosenName === input.value && input.dataset.chosenValue !== undefined
      ? input.dataset.chosenValue
      : input.value;
  if (text === '') return undefined;
  if (option.type === BOOLEAN) return text === 'true';
  return option.type === INTEGER || option.type === NUMBER ? Number(text) : text;
}

function attachChoices(input, complete) {
  const list = el('ul', { class: 'choices', role: 'listbox', hidden: true });
  let timer;
  let asked = 0;
  let choices = [];
  let marked = -1;
  const hide = () => {
    list.hidden = true;
    marked = -1;
  };
  const take = ({ name, value }) => {
    input.value = name;
    input.dataset.chosenName = name;
    input.dataset.chosenValue = String(value);
    hide();
    input.focus();
  };
  const show = () => {
    list.hidden = choices.length === 0;
    list.replaceChildren(
      ...choices.map((choice, index) =>
        el(
          'li',
          { role: 'option', 'aria-selected': String(index === marked), onmousedown: () => take(choice) },
          choice.name,
        ),
      ),
    );
  };
  const askNow = async () => {
    asked += 1;
    const mine = asked;
    const found = await complete(input.value).catch(() => []);
    // An answer to an older text must not replace that to a newer one.
    if (mine !== asked) return;
    choices = found;
    marked = -1;
    show();
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(askNow, TYPING_PAUSE_MS);
  });
  input.addEventListener('focus', askNow);
  input.addEventListener('blur', hide);
  input.addEventListener('keydown', (event) => {
    if (list.hidden || choices.length === 0) return;
    if (event.key === 'ArrowDown') marked = (marked + 1) % choices.length;
    else if (event.key === 'ArrowUp') marked = (marked + choices.length - 1) % choices.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && marked >= 0) take(choices[marked]);
    else return;
    event.preventDefault();
    if (!list.hidden) show();
  });
  return list;
}
