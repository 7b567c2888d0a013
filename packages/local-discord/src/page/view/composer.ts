import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { toUpload } from '../api.js';
import type { Page } from '../page.js';
import { signOf, titleOf } from '../state.js';
import { CommandForm, type KeptValues } from './command-form.js';
import type { Offered } from './commands.js';
import { type Completion, listCompletions, mentionNames, showCompletion } from './completions.js';
import { ICONS } from './icons.js';
import { nameOf } from './message.js';
import { moveMark, optionId, showSuggestions } from './suggestions.js';

/** Something sent before, to be brought back with the up-arrow. */
type Sent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly command: Offered; readonly values: KeptValues };

/** How many of those sent are kept to be brought back. */
const KEPT = 50;

/** The line below the channel: text with `@` and `/`, files, and the form of a command's options. */
export class Composer extends LitElement {
  static override properties = { page: { attribute: false } };
  declare page: Page;

  #text = '';
  #files: readonly File[] = [];
  #marked = 0;
  #isClosed = false;
  #form: CommandForm | null = null;
  #sent: readonly Sent[] = [];
  #recalled = -1;
  #channelId = '';

  /** In the page's own tree, so that its style sheet and its labels reach it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { state } = this.page;
    if (this.#channelId !== state.channel.id) {
      this.#channelId = state.channel.id;
      this.#form = null;
    }
    return html`${this.#showReplyTo()}${this.#form === null ? this.#showLine() : this.#form.show(this.page)}`;
  }

  #showReplyTo(): TemplateResult | typeof nothing {
    const { replyTo } = this.page.state;
    if (replyTo === null) return nothing;
    return html`<div class="reply-bar"><span>Replying to <b>${nameOf(replyTo.message.author)}</b></span>
      <button type="button" aria-label="Do not reply" @click=${() => this.page.actions.replyTo(null)}>${ICONS.close}</button></div>`;
  }

  #showLine(): TemplateResult {
    const { state } = this.page;
    const items = this.#isClosed ? [] : listCompletions(this.#text, state);
    const isOpen = items.length > 0;
    const name = `Message ${signOf(state.channel)}${titleOf(state, state.channel)}`;
    return html`${showSuggestions<Completion>({
      id: 'completions',
      label: this.#text.startsWith('/') ? `Commands of ${state.world.bot.username}` : 'Members',
      items,
      marked: this.#marked,
      show: showCompletion,
      use: (item) => this.#complete(item),
    })}
    ${
      this.#files.length === 0
        ? nothing
        : html`<ul class="files" aria-label="Files to send">${this.#files.map(
            (file) => html`<li>${ICONS.file}<span>${file.name}</span>
              <button type="button" aria-label="Remove ${file.name}" @click=${() => this.#setFiles(this.#files.filter((other) => other !== file))}>${ICONS.close}</button></li>`,
          )}</ul>`
    }
    <form class="line" @submit=${(event: Event) => this.#onSubmit(event)}>
      <button type="button" class="tool" aria-label="Attach files" title="Attach files" @click=${() => this.querySelector<HTMLInputElement>('#composer-files')?.click()}>${ICONS.plus}</button>
      <input id="composer-files" type="file" multiple hidden @change=${(event: Event) => this.#onFiles(event)} />
      <textarea
        id="composer-line"
        rows="1"
        dir="auto"
        maxlength="2000"
        placeholder=${name}
        aria-label=${name}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls=${isOpen ? 'completions' : nothing}
        aria-activedescendant=${isOpen ? optionId('completions', this.#marked) : nothing}
        .value=${this.#text}
        @input=${(event: Event) => this.#onInput(event)}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, items)}
        @focus=${() => this.#showCompletions(true)}
        @blur=${() => this.#showCompletions(false)}
      ></textarea>
      <button type="submit" class="tool send" aria-label="Send" title="Send">${ICONS.send}</button>
    </form>`;
  }

  #complete(item: Completion): void {
    if (item.kind === 'command') {
      this.#open(item.command);
      return;
    }
    this.#write(this.#text.replace(/@\w*$/, `@${item.name} `));
    this.#focusLine();
  }

  #open(command: Offered, values: KeptValues = {}): void {
    this.#write('');
    this.#form = new CommandForm(command, values, {
      redraw: () => {
        this.requestUpdate();
        return this.updateComplete;
      },
      leave: () => this.#leaveForm(),
      sent: (kept) => {
        this.#keep({ kind: 'command', command, values: kept });
        this.#leaveForm();
      },
    });
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>('.command-form input, .command-form [type=submit]')?.focus(),
    );
  }

  #leaveForm(): void {
    this.#form = null;
    this.requestUpdate();
    this.#focusLine();
  }

  #onKey(event: KeyboardEvent, items: readonly Completion[]): void {
    const { key } = event;
    const moved = moveMark(key, this.#marked, items.length);
    const item = items[this.#marked];
    const isPicking =
      key === 'Tab' ||
      key === 'Enter' ||
      (key === ' ' && item?.kind === 'command' && this.#text === `/${item.command.label}`);
    if (moved !== undefined) this.#marked = moved;
    else if (item !== undefined && isPicking && !event.shiftKey) this.#complete(item);
    else if (key === 'Escape' && items.length > 0) this.#isClosed = true;
    else if (key === 'Escape') this.page.actions.replyTo(null);
    else if (key === 'Enter' && !event.shiftKey) void this.#send();
    else if (key === 'ArrowUp' && (this.#text === '' || this.#recalled >= 0)) this.#recall(1);
    else if (key === 'ArrowDown' && this.#recalled >= 0) this.#recall(-1);
    else return;
    event.preventDefault();
    this.requestUpdate();
  }

  /** What was sent last comes first; below it is the empty line. */
  #recall(step: number): void {
    const to = Math.min(this.#recalled + step, this.#sent.length - 1);
    const sent = this.#sent[to];
    if (to >= 0 && sent?.kind === 'command') {
      this.#open(sent.command, sent.values);
      return;
    }
    this.#write(sent?.kind === 'text' ? sent.text : '');
    this.#recalled = to;
    this.#isClosed = true;
  }

  #onInput(event: Event): void {
    if (event.currentTarget instanceof HTMLTextAreaElement) this.#write(event.currentTarget.value);
  }

  #write(text: string): void {
    this.#text = text;
    this.#marked = 0;
    this.#isClosed = false;
    this.#recalled = -1;
    this.requestUpdate();
  }

  #showCompletions(isShown: boolean): void {
    this.#isClosed = !isShown;
    this.requestUpdate();
  }

  #onFiles(event: Event): void {
    if (!(event.currentTarget instanceof HTMLInputElement)) return;
    this.#setFiles([...this.#files, ...(event.currentTarget.files ?? [])]);
    event.currentTarget.value = '';
    this.#focusLine();
  }

  #setFiles(files: readonly File[]): void {
    this.#files = files;
    this.requestUpdate();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    void this.#send();
  }

  async #send(): Promise<void> {
    const text = this.#text;
    if (text.trim() === '' && this.#files.length === 0) return;
    const files = await Promise.all(this.#files.map(toUpload));
    this.#write('');
    const isSent = await this.page.actions.say(mentionNames(text, this.page.state), files);
    if (isSent) {
      this.#keep({ kind: 'text', text });
      this.#setFiles([]);
    } else if (this.#text === '') this.#write(text);
  }

  #keep(sent: Sent): void {
    this.#sent = [sent, ...this.#sent].slice(0, KEPT);
    this.#recalled = -1;
  }

  #focusLine(): void {
    void this.updateComplete.then(() => {
      const line = this.querySelector<HTMLTextAreaElement>('#composer-line');
      line?.focus();
      line?.setSelectionRange(line.value.length, line.value.length);
    });
  }
}

customElements.define('local-composer', Composer);
