/**
 * Makes an element. Everything from outside goes in as text or property, never as markup.
 *
 * @param {string} tag
 * @param {Record<string, string | number | boolean | EventListener | null | undefined>} [traits] properties; `class`, `href`, `aria-…`, `role` and `for` become attributes, `on…` listeners
 * @param {...(Node | string | null | undefined | false)} children
 */
export function el(tag, traits = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on') && typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (/^(class|role|for|href|aria-.*|data-.*)$/.test(name)) element.setAttribute(name, String(value));
    else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element by id. */
export function byId(id) {
  return document.getElementById(id);
}

/** A link that opens elsewhere; text alone when the address is not one that Discord would open. */
export function link(url, ...children) {
  const isOpenable = /^(https?|discord):\/\//i.test(url);
  return isOpenable
    ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer', title: url }, ...children)
    : el('span', {}, ...children);
}
