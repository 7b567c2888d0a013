import { type SVGTemplateResult, svg } from 'lit';

/** Line drawings of 24 by 24, in the colour of the text around them. */
function icon(shape: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</svg>`;
}

/** Every icon of the page. */
export const ICONS = {
  menu: icon(svg`<path d="M4 6h16M4 12h16M4 18h16"/>`),
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`),
  book: icon(
    svg`<path d="M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.500 .5 8.500 2 2-1.500 5-2 8.500-2v-13C17 4.500 14 5 12 6.500zM12 6.500v13"/>`,
  ),
  rules: icon(
    svg`<path d="M12 3l7.500 3v5.500c0 4.500-3 8-7.500 9.500-4.500-1.500-7.500-5-7.500-9.500V6z"/><path d="M8.500 12l2.500 2.500 4.500-5"/>`,
  ),
  braces: icon(
    svg`<path d="M9 4c-3 0-3 1.500-3 4s0 3-2.500 4C6 13 6 13.500 6 16s0 4 3 4M15 4c3 0 3 1.500 3 4s0 3 2.500 4c-2.500 1-2.500 1.500-2.500 4s0 4-3 4"/>`,
  ),
  reply: icon(svg`<path d="M10 6l-6 6 6 6M4 12h9c4 0 7 2.500 7 7"/>`),
  more: icon(
    svg`<circle cx="5" cy="12" r="1"/><circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/>`,
  ),
  apps: icon(
    svg`<rect x="4" y="4" width="6.500" height="6.500" rx="1.500"/><rect x="13.500" y="4" width="6.500" height="6.500" rx="1.500"/><rect x="4" y="13.500" width="6.500" height="6.500" rx="1.500"/><circle cx="16.750" cy="16.750" r="3.250"/>`,
  ),
  bin: icon(svg`<path d="M4 7h16M9 7V4.500h6V7M6.500 7l1 13h9l1-13"/>`),
  plus: icon(svg`<circle cx="12" cy="12" r="9"/><path d="M12 8v8M8 12h8"/>`),
  send: icon(svg`<path d="M4 12l16-8-6 16-3-6.500z"/>`),
  eye: icon(
    svg`<path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12z"/><circle cx="12" cy="12" r="2.500"/>`,
  ),
  out: icon(svg`<path d="M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9"/>`),
  file: icon(svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4"/>`),
  chat: icon(svg`<path d="M4 5h16v11H9l-5 4z"/>`),
  question: icon(
    svg`<circle cx="12" cy="12" r="9"/><path d="M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.300-1 .900-1 1.700v.300M12 17v.010"/>`,
  ),
} as const;
