import { html, type TemplateResult } from 'lit';

/** Strings (with the colon of a name), numbers and words of JSON text. */
const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** A value as indented JSON, coloured. */
export function showJson(value: unknown): TemplateResult {
  const text = JSON.stringify(value, null, 2) ?? '';
  const pieces: (TemplateResult | string)[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, string, colon] = match;
    const kind = colon !== undefined ? 'name' : string !== undefined ? 'string' : 'value';
    pieces.push(text.slice(at, match.index), html`<span class="json-${kind}">${whole}</span>`);
    at = match.index + whole.length;
  }
  return html`<pre class="json" tabindex="0">${pieces}${text.slice(at)}</pre>`;
}
