import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { toUpload } from '../api.js';
import type { Page } from '../page.js';
import { signOf, titleOf } from '../state.js';
import { CommandForm, type KeptValues } from './command-form.js';
import { listOffered, type Offered } from './commands.js';
import { ICONS } from './icons.js';
import { nameOf } from './message.js';
import { moveMark, optionId, showSuggestions } from './suggestions.js';

/** Something sent before, to be brought back with the up-arrow. */
type Sent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly command: Offered; readonly values: KeptValues };

/** What can be put in at the cursor. */
type Completion =
  | { readonly kind: 'command'; readonly command: Offered }
  | { readonly kind: 'mention'; readonly name: string; readonly note: string };

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
      <button type="button" aria-label="Do not reply" @click=${() => this.page.deeds.replyTo(null)}>${ICONS.close}</button></div>`;
  }

  #showLine(): TemplateResult {
    const { state } = this.page;
    const items = this.#completions();
    const isOpen = items.length > 0;
    const name = `Message ${signOf(state.channel)}${titleOf(state, state.channel)}`;
    return html`${showSuggestions<Completion>({
      id: 'completions',
      label: this.#text.startsWith('/')
        ? 'Commands of Footnote'.replace('Footnote', state.world.bot.username)
        : 'Members',
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

  #completions(): readonly Completion[] {
    if (this.#isClosed) return [];
    const { commands, world, channel, me } = this.page.state;
    if (this.#text.startsWith('/')) {
      const typed = this.#text.slice(1).toLowerCase();
      return listOffered(commands.chat, me.locale)
        .filter(({ name, label }) => label.startsWith(typed) || name.startsWith(typed))
        .map((command) => ({ kind: 'command', command }));
    }
    const typed = /(?:^|\s)@(\w*)$/.exec(this.#text)?.[1]?.toLowerCase();
    if (typed === undefined) return [];
    const people = world.people
      .filter(({ channels }) => channels.includes(channel.id))
      .map(({ name, standing }) => ({ name, note: standing }));
    const bot = channel.hasBot ? [{ name: world.bot.username, note: 'answers from the articles' }] : [];
    return [...bot, ...people]
      .filter(({ name }) => name.toLowerCase().startsWith(typed))
      .map((found) => ({ kind: 'mention', ...found }));
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
    else if (key === 'Escape') this.page.deeds.replyTo(null);
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
    const isSent = await this.page.deeds.say(this.#toContent(text), files);
    if (isSent) {
      this.#keep({ kind: 'text', text });
      this.#setFiles([]);
    } else if (this.#text === '') this.#write(text);
  }

  #keep(sent: Sent): void {
    this.#sent = [sent, ...this.#sent].slice(0, KEPT);
    this.#recalled = -1;
  }

  /** Names after `@` become mentions, as Discord's client sends them. */
  #toContent(text: string): string {
    const { bot, people } = this.page.state.world;
    const ids = new Map([[bot.username, bot.id], ...people.map(({ name, id }) => [name, id] as const)]);
    return text.replace(/(^|\s)@(\w+)/g, (whole, before: string, name: string) => {
      const id = ids.get(name);
      return id === undefined ? whole : `${before}<@${id}>`;
    });
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

function showCompletion(item: Completion): TemplateResult {
  if (item.kind === 'mention')
    return html`<span class="suggestion-name">@${item.name}</span><span class="suggestion-note">${item.note}</span>`;
  const { label, description, options } = item.command;
  return html`<span class="suggestion-name">/${label}${options.map(
    (option) =>
      html`<span class="hint ${option.required === true ? 'required' : ''}">${option.label}${option.required === true ? nothing : html`<span class="hint-mark">?</span>`}</span>`,
  )}</span
    ><span class="suggestion-note">${description}</span>`;
}
