import { el, link } from './dom.js';

/** Names for the ids in mentions: `{ users, roles, channels }`, each a map from id to name. */
const EMPTY_NAMES = { users: new Map(), roles: new Map(), channels: new Map() };

/** Discord's markdown as DOM nodes: blocks first, then what stands within a line. */
export function renderMarkdown(text, names = EMPTY_NAMES) {
  const fragment = document.createDocumentFragment();
  const pieces = text.split(/```(?:[a-zA-Z0-9+-]*\n)?([\s\S]*?)```/);
  pieces.forEach((piece, index) => {
    if (index % 2 === 1) fragment.append(el('pre', {}, el('code', {}, piece.replace(/\n$/, ''))));
    else if (piece !== '') appendLines(fragment, piece.split('\n'), names);
  });
  return fragment;
}

function appendLines(parent, lines, names) {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line.startsWith('>>> ')) {
      const quote = el('blockquote');
      appendLines(quote, [line.slice(4), ...lines.slice(at + 1)], names);
      parent.append(quote);
      return;
    }
    if (/^> ?/.test(line) && (line.startsWith('> ') || line === '>')) {
      const quoted = [];
      while (at < lines.length && (lines[at].startsWith('> ') || lines[at] === '>')) {
        quoted.push(lines[at].slice(2));
        at += 1;
      }
      at -= 1;
      const quote = el('blockquote');
      appendLines(quote, quoted, names);
      parent.append(quote);
      continue;
    }
    parent.append(renderLine(line, names));
  }
}

function renderLine(line, names) {
  const heading = /^(#{1,3}) (.+)$/.exec(line);
  if (heading) return el('p', { class: `heading-${heading[1].length}` }, ...inline(heading[2], names));
  if (line.startsWith('-# ')) return el('p', { class: 'subtext' }, ...inline(line.slice(3), names));
  const item = /^(\s*)([-*]|\d+\.) (.+)$/.exec(line);
  if (item) {
    const mark = /\d/.test(item[2]) ? item[2] : '•';
    return el('p', { class: item[1] === '' ? 'item' : 'item deep' }, `${mark} `, ...inline(item[3], names));
  }
  return el('p', {}, ...(line === '' ? [el('br')] : inline(line, names)));
}

/** What stands within a line, tried in this order at each place; each gives the nodes, or undefined when it does not fit. */
const SPANS = [
  { form: /^\\([^A-Za-z0-9\s])/, build: (found) => [found[1]] },
  { form: /^(`+)([^`](?:.*?[^`])?)\1(?!`)/, build: (found) => [el('code', {}, found[2].trim() || found[2])] },
  { form: /^<(https?:\/\/[^\s<>]+)>/, build: (found) => [link(found[1], found[1])] },
  {
    form: /^<@!?(\d+)>/,
    build: (found, names) => [mention(`@${names.users.get(found[1]) ?? 'unknown-user'}`)],
  },
  {
    form: /^<@&(\d+)>/,
    build: (found, names) => [mention(`@${names.roles.get(found[1]) ?? 'unknown-role'}`)],
  },
  { form: /^<#(\d+)>/, build: (found, names) => [mention(`#${names.channels.get(found[1]) ?? 'unknown'}`)] },
  { form: /^<\/([^:>]+):\d+>/, build: (found) => [mention(`/${found[1]}`)] },
  { form: /^<t:(-?\d+)(?::([tTdDfFR]))?>/, build: (found) => [el('time', {}, moment(Number(found[1])))] },
  { form: /^@(everyone|here)\b/, build: (found) => [mention(found[0])] },
  { form: /^\*\*(?=\S)((?:\\.|[^\\])+?)\*\*(?!\*)/, build: wrap('strong') },
  { form: /^__(?=\S)((?:\\.|[^\\])+?)__(?!_)/, build: wrap('u') },
  { form: /^~~(?=\S)((?:\\.|[^\\])+?)~~/, build: wrap('s') },
  { form: /^\|\|((?:\\.|[^\\])+?)\|\|/, build: spoiler },
  { form: /^\*(?=\S)((?:\\.|[^\\*])+?)\*(?!\*)/, build: wrap('em') },
  { form: /^_(?=\S)((?:\\.|[^\\_])+?)_(?![A-Za-z0-9_])/, build: wrap('em') },
  { form: /^https?:\/\/[^\s<]+[^\s<.,:;"')\]]/, build: (found) => [link(found[0], found[0])] },
];

/** The first character of every form above and of masked links; other characters are text. */
const SPECIAL = /[\\`<@*_~|[h]/;

function inline(text, names) {
  const nodes = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') nodes.push(plain);
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const found = SPECIAL.test(text[at]) ? matchSpan(text, at, names) : undefined;
    if (found === undefined) {
      plain += text[at];
      at += 1;
    } else {
      flush();
      nodes.push(...found.nodes);
      at += found.length;
    }
  }
  flush();
  return nodes;
}

function matchSpan(text, at, names) {
  const rest = text.slice(at);
  if (rest[0] === '[') return maskedLink(rest, names);
  // In the middle of a word, an underscore is a letter and no address begins.
  if ((rest[0] === '_' || rest[0] === 'h') && /[A-Za-z0-9]/.test(text[at - 1] ?? '')) return undefined;
  for (const { form, build } of SPANS) {
    const found = form.exec(rest);
    if (found) return { nodes: build(found, names), length: found[0].length };
  }
  return undefined;
}

/** `[label](https://… "title")`, with balanced brackets in the label and in the address. */
function maskedLink(rest, names) {
  const labelEnd = closing(rest, 0, '[', ']');
  if (labelEnd < 2 || rest[labelEnd + 1] !== '(') return undefined;
  const end = closing(rest, labelEnd + 1, '(', ')');
  if (end < 0) return undefined;
  const target = /^<?(https?:\/\/[^\s<>]+)>?(?:\s+["'].*["'])?$/.exec(rest.slice(labelEnd + 2, end).trim());
  if (!target) return undefined;
  return { nodes: [link(target[1], ...inline(rest.slice(1, labelEnd), names))], length: end + 1 };
}

function closing(text, from, open, close) {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === open) depth += 1;
    else if (text[at] === close) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function wrap(tag) {
  return (found, names) => [el(tag, {}, ...inline(found[1], names))];
}

function spoiler(found, names) {
  const reveal = (event) => event.currentTarget.classList.add('revealed');
  return [el('span', { class: 'spoiler', onclick: reveal }, ...inline(found[1], names))];
}

function mention(text) {
  return el('span', { class: 'mention' }, text);
}

function moment(seconds) {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toLocaleString();
}
