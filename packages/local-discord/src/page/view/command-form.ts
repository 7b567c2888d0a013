import { html, nothing, type TemplateResult } from 'lit';
import { act, toUpload } from '../api.js';
import type { Page } from '../page.js';
import type { Choice } from '../payloads.js';
import { choicesOf, type Offered, OPTION, type Option } from './commands.js';
import { ICONS } from './icons.js';
import { moveMark, optionId, showSuggestions } from './suggestions.js';

/** What was given for each option: the text shown and, for a chosen value, what is sent. */
export type KeptValues = Readonly<
  Record<string, { readonly text: string; readonly value?: Choice['value'] }>
>;

/** What the form tells the composer. */
interface FormHost {
  /** Resolves once it is redrawn. */
  readonly redraw: () => Promise<unknown>;
  readonly leave: () => void;
  readonly sent: (values: KeptValues) => void;
}

/** Milliseconds without typing before choices are asked for; Discord's client waits about as long. */
const TYPING_PAUSE_MS = 150;

/** A command being filled in: one field an option, with its choices above. */
export class CommandForm {
  readonly #command: Offered;
  readonly #host: FormHost;
  #values: KeptValues;
  #files: Readonly<Record<string, File>> = {};
  #shown: ReadonlySet<string>;
  #current = '';
  #choices: readonly Choice[] = [];
  #marked = -1;
  #problem = '';
  #asked = 0;
  #timer = 0;

  constructor(command: Offered, values: KeptValues, host: FormHost) {
    this.#command = command;
    this.#values = values;
    this.#host = host;
    const isShown = ({ name, required }: Option) => required === true || name in values;
    this.#shown = new Set(command.options.filter(isShown).map(({ name }) => name));
  }

  show(page: Page): TemplateResult {
    const { label: title, description, options } = this.#command;
    const current = options.find((option) => option.name === this.#current);
    const hidden = options.filter((option) => !this.#shown.has(option.name));
    return html`${showSuggestions<Choice>({
      id: 'choices',
      label: current === undefined ? '' : current.label,
      items: this.#choices,
      marked: this.#marked,
      show: (choice) => html`<span class="suggestion-name">${choice.name}</span>`,
      use: (choice) => this.#take(choice),
    })}
      <form class="command-form" aria-label="/${title}" @submit=${(event: Event) => this.#onSubmit(event, page)} @keydown=${(event: KeyboardEvent) => this.#onFormKey(event)}>
        <div class="command-help" aria-live="polite">
          ${
            current === undefined
              ? html`<b>/${title}</b> ${description}`
              : html`<b>${current.label}</b> <span class="tag">${current.required === true ? 'required' : 'optional'}</span> ${current.description}`
          }
          ${this.#problem === '' ? nothing : html`<span class="problem" role="alert">${this.#problem}</span>`}
        </div>
        <div class="command-line">
          <span class="command-name">/${title}</span>
          ${options.filter((option) => this.#shown.has(option.name)).map((option) => this.#showField(option, page))}
          ${hidden.map(
            (option) =>
              html`<button type="button" class="more-option" title=${option.description} aria-label="Add the optional ${option.label}: ${option.description}" @click=${(event: Event) => this.#add(option, event)}>+ ${option.label}</button>`,
          )}
          <span class="command-end">
            <button type="button" class="tool" aria-label="Leave the command" title="Leave the command" @click=${() => this.#host.leave()}>${ICONS.close}</button>
            <button type="submit" class="tool send" aria-label="Send /${title}" title="Send">${ICONS.send}</button>
          </span>
        </div>
      </form>`;
  }

  #showField(option: Option, page: Page): TemplateResult {
    const { name, label: title, required, type } = option;
    const label = html`<span class="pill-name">${title}${required === true ? html`<span class="required" title="required">*</span>` : nothing}</span>`;
    if (type === OPTION.attachment) {
      return html`<label class="pill">${label}<input type="file" data-option=${name} aria-label="${title}, a file" @focus=${() => this.#enter(option, page)} @change=${(event: Event) => this.#onFile(option, event)} /></label>`;
    }
    const isOpen = this.#current === name && this.#choices.length > 0;
    const hasChoices = option.autocomplete === true || choicesOf(option, page.state) !== undefined;
    return html`<label class="pill ${this.#current === name ? 'current' : ''}">${label}<input
      type="text"
      dir="auto"
      id="option-${name}"
      data-option=${name}
      autocomplete="off"
      role=${hasChoices ? 'combobox' : nothing}
      aria-label="${title}: ${option.description}"
      aria-required=${required === true}
      aria-autocomplete=${hasChoices ? 'list' : nothing}
      aria-expanded=${hasChoices ? String(isOpen) : nothing}
      aria-controls=${isOpen ? 'choices' : nothing}
      aria-activedescendant=${isOpen && this.#marked >= 0 ? optionId('choices', this.#marked) : nothing}
      .value=${this.#values[name]?.text ?? ''}
      @focus=${() => this.#enter(option, page)}
      @input=${(event: Event) => this.#onInput(option, event, page)}
      @keydown=${(event: KeyboardEvent) => this.#onKey(option, event)}
    /></label>`;
  }

  #enter(option: Option, page: Page): void {
    this.#current = option.name;
    this.#choices = [];
    this.#marked = -1;
    this.#offer(option, page, 0);
    void this.#host.redraw();
  }

  #onInput(option: Option, event: Event, page: Page): void {
    if (!(event.currentTarget instanceof HTMLInputElement)) return;
    this.#values = { ...this.#values, [option.name]: { text: event.currentTarget.value } };
    this.#problem = '';
    this.#offer(option, page, TYPING_PAUSE_MS);
    void this.#host.redraw();
  }

  /** Choices that are known are narrowed to what is typed; others are asked of the bot. */
  #offer(option: Option, page: Page, afterMs: number): void {
    const typed = (this.#values[option.name]?.text ?? '').toLowerCase();
    const known = choicesOf(option, page.state);
    if (known !== undefined) {
      this.#choices = known.filter(({ name }) => name.toLowerCase().includes(typed));
      this.#marked = this.#choices.length > 0 && typed !== '' ? 0 : -1;
      return;
    }
    clearTimeout(this.#timer);
    if (option.autocomplete === true)
      this.#timer = window.setTimeout(() => void this.#askChoices(option, page), afterMs);
  }

  async #askChoices(option: Option, { state }: Page): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const options = { ...this.#toOptions(), [option.name]: this.#values[option.name]?.text ?? '' };
    const { acknowledgement } = await act({
      do: 'autocomplete',
      as: state.me.key,
      channel: state.channel.id,
      name: this.#command.name,
      options,
      focused: option.name,
    }).catch(() => ({ acknowledgement: undefined }));
    // An answer to an older text must not replace that to a newer one.
    if (mine !== this.#asked || this.#current !== option.name) return;
    this.#choices = acknowledgement?.kind === 'choices' ? acknowledgement.choices : [];
    this.#marked = -1;
    void this.#host.redraw();
  }

  #onKey(option: Option, event: KeyboardEvent): void {
    const moved = moveMark(event.key, this.#marked, this.#choices.length);
    const choice = this.#choices[this.#marked];
    if (moved !== undefined) this.#marked = moved;
    else if (event.key === 'Enter' && choice !== undefined) this.#take(choice);
    else if (event.key === 'Tab' && choice !== undefined && !event.shiftKey) {
      this.#take(choice);
      return;
    } else if (event.key === 'Backspace' && (this.#values[option.name]?.text ?? '') === '')
      this.#drop(option);
    else return;
    event.preventDefault();
    void this.#host.redraw();
  }

  #take({ name, value }: Choice): void {
    this.#values = { ...this.#values, [this.#current]: { text: name, value } };
    this.#choices = [];
    this.#marked = -1;
    void this.#host.redraw();
  }

  #add(option: Option, event: Event): void {
    const form = event.currentTarget instanceof Element ? event.currentTarget.closest('form') : null;
    this.#shown = new Set([...this.#shown, option.name]);
    void this.#host
      .redraw()
      .then(() =>
        form?.querySelector<HTMLElement>(`input[data-option="${CSS.escape(option.name)}"]`)?.focus(),
      );
  }

  /** An optional field that is empty goes; a required one takes the command with it. */
  #drop(option: Option): void {
    this.#shown = new Set([...this.#shown].filter((name) => name !== option.name));
    if (option.required === true || this.#shown.size === 0) this.#host.leave();
  }

  #onFile(option: Option, event: Event): void {
    const file = event.currentTarget instanceof HTMLInputElement ? event.currentTarget.files?.[0] : undefined;
    if (file !== undefined) this.#files = { ...this.#files, [option.name]: file };
  }

  #onFormKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (this.#choices.length === 0) this.#host.leave();
    this.#choices = [];
    // What is still being asked must not open the list again.
    this.#asked += 1;
    clearTimeout(this.#timer);
    void this.#host.redraw();
  }

  #toOptions(): Record<string, Choice['value'] | boolean> {
    const given: Record<string, Choice['value'] | boolean> = {};
    for (const { name, type } of this.#command.options) {
      const { text = '', value = text } = this.#values[name] ?? {};
      if (text === '' || !this.#shown.has(name)) continue;
      const isNumber = type === OPTION.integer || type === OPTION.number;
      if (type === OPTION.boolean) given[name] = value === 'true' || text === 'True';
      else given[name] = isNumber ? Number(value) : value;
    }
    return given;
  }

  #onSubmit(event: Event, page: Page): void {
    event.preventDefault();
    const missing = this.#command.options.find(
      ({ name, required }) =>
        required === true &&
        (this.#values[name]?.text ?? '').trim() === '' &&
        this.#files[name] === undefined,
    );
    if (missing !== undefined) {
      this.#problem = `The option “${missing.label}” is required.`;
      void this.#host.redraw();
      return;
    }
    void this.#send(page);
  }

  async #send({ actions }: Page): Promise<void> {
    const files = Object.entries(this.#files).map(
      async ([name, file]) => [name, await toUpload(file)] as const,
    );
    const options = { ...this.#toOptions(), ...Object.fromEntries(await Promise.all(files)) };
    this.#host.sent(this.#values);
    await actions.run(this.#command.name, options);
  }
}
