import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { beforeAll, expect, test } from 'vitest';

/** The page's own module: plain JavaScript that makes DOM nodes. */
interface MarkdownModule {
  renderMarkdown: (text: string) => DocumentFragment;
}

/** What an element is to this test, as the compiler is given no DOM here. */
interface DocumentFragment {
  childNodes: Iterable<unknown>;
}

interface TestElement {
  localName: string;
  innerHTML: string;
  textContent: string;
  append(child: unknown): void;
  querySelectorAll(selector: string): Iterable<TestElement>;
  getAttribute(name: string): string | null;
}

/** The elements that markdown may make; all of them show, none of them runs or loads anything. */
const HARMLESS = new Set([
  'a',
  'blockquote',
  'br',
  'code',
  'em',
  'p',
  'pre',
  's',
  'span',
  'strong',
  'time',
  'u',
]);

let render: (text: string) => TestElement;

beforeAll(async () => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  Object.assign(globalThis, { document });
  const path = new URL('../../src/sandbox/page/markdown.js', import.meta.url).href;
  const { renderMarkdown } = (await import(/* @vite-ignore */ path)) as MarkdownModule;
  render = (text) => {
    const element = document.createElement('div') as unknown as TestElement;
    element.append(renderMarkdown(text));
    return element;
  };
});

test.each([
  ['**bold** and *slanted*', '<p><strong>bold</strong> and <em>slanted</em></p>'],
  ['> one\n> two\nafter', '<blockquote><p>one</p><p>two</p></blockquote><p>after</p>'],
  ['>>> one\ntwo', '<blockquote><p>one</p><p>two</p></blockquote>'],
  ['-# small', '<p class="subtext">small</p>'],
  ['# Large', '<p class="heading-1">Large</p>'],
  ['- item', '<p class="item">• item</p>'],
  ['`**code**`', '<p><code>**code**</code></p>'],
  ['```js\na < b\n```', '<pre><code>a &lt; b</code></pre>'],
  ['||hidden||', '<p><span class="spoiler">hidden</span></p>'],
  ['\\*not slanted\\*', '<p>*not slanted*</p>'],
  ['snake_case_name', '<p>snake_case_name</p>'],
  ['@everyone', '<p><span class="mention">@everyone</span></p>'],
  ['<@1>', '<p><span class="mention">@unknown-user</span></p>'],
  ['[no link](javascript:alert(1))', '<p>[no link](javascript:alert(1))</p>'],
  ['<b>no markup</b>', '<p>&lt;b&gt;no markup&lt;/b&gt;</p>'],
])('%j is shown as Discord shows it', (text, html) => {
  expect(render(text).innerHTML).toBe(html);
});

test('a masked link keeps its label, its brackets and its text fragment', () => {
  const [link] = render(
    'See [the [old] pier](https://example.org/a_(b)#:~:text=forty%20boats).',
  ).querySelectorAll('a');
  expect(link?.textContent).toBe('the [old] pier');
  expect(link?.getAttribute('href')).toBe('https://example.org/a_(b)#:~:text=forty%20boats');
  expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
});

test('whatever text comes, only harmless elements are made and only web links', () => {
  const marks = fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~',
    '||',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '> ',
    '>>> ',
    '-# ',
    '# ',
    '\\',
    '\n',
    'https://example.org',
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
    '<t:99999999999999999>',
    '<@1>',
    'word ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(marks, fc.string()), { maxLength: 20 }), (pieces) => {
      for (const element of render(pieces.join('')).querySelectorAll('*')) {
        expect(HARMLESS.has(element.localName)).toBe(true);
        expect(element.getAttribute('href') ?? 'https://').toMatch(/^https?:\/\//);
        expect(element.getAttribute('onerror')).toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});
