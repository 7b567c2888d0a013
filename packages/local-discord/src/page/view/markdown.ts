import { html, type TemplateResult } from 'lit';
import { childrenOf, type MarkdownNode, toText } from '../markdown.js';
import { nameOf, type State } from '../state.js';

/** What markdown is shown with: names for ids. */
interface MarkdownContext {
  readonly state: State;
}

type Shown = TemplateResult | string | readonly Shown[];

/** Markdown as elements. Every text goes in as text, and a link only if it leads to a web page. */
export function showMarkdown(nodes: readonly MarkdownNode[], context: MarkdownContext): Shown {
  return nodes.map((node) => showNode(node, context));
}

/** An address that Discord would open; null for any other. */
export function webAddress(target: string | undefined): string | null {
  if (target === undefined || !URL.canParse(target)) return null;
  const { protocol, href } = new URL(target);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

function showNode(node: MarkdownNode, context: MarkdownContext): Shown {
  const inner = () => showMarkdown(childrenOf(node), context);
  const text = () => (typeof node.content === 'string' ? node.content : toText(childrenOf(node)));
  switch (node.type) {
    case 'br':
    case 'newline':
      return '\n';
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'underline':
      return html`<u>${inner()}</u>`;
    case 'strikethrough':
      return html`<s>${inner()}</s>`;
    case 'inlineCode':
      return html`<code>${text()}</code>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${text()}</code></pre>`;
    case 'blockQuote':
      return showQuote(node, context);
    case 'heading':
      return html`<strong class="heading level-${node.level ?? 1}">${inner()}</strong>`;
    case 'subtext':
      return html`<small class="subtext">${inner()}</small>`;
    case 'listItem':
      return html`<span class="list-item depth-${node.depth ?? 0}"><span>${node.mark} </span><span>${inner()}</span></span>`;
    case 'spoiler':
      return html`<button type="button" class="spoiler" aria-label="Spoiler" @click=${reveal}>${inner()}</button>`;
    case 'url':
    case 'autolink':
    case 'link':
      return showLink(node, inner());
    case 'user':
      return showMention(`@${nameOf(context.state, node.id ?? '') ?? 'unknown-user'}`);
    case 'role':
      return showMention(`@${findRole(context.state, node.id)}`);
    case 'channel':
      return showMention(
        `# ${context.state.world.channels.find(({ id }) => id === node.id)?.name ?? 'unknown'}`,
      );
    case 'slashCommand':
      return showMention(`/${node.fullName ?? ''}`);
    case 'everyone':
      return showMention('@everyone');
    case 'here':
      return showMention('@here');
    case 'timestamp':
      return html`<time class="moment">${toMoment(node)}</time>`;
    case 'emoji':
      return `:${node.name ?? ''}:`;
    case 'twemoji':
      return node.name ?? '';
    default:
      return typeof node.content === 'string' ? node.content : inner();
  }
}

function showQuote(node: MarkdownNode, context: MarkdownContext): TemplateResult {
  const body = showMarkdown(childrenOf(node), context);
  return html`<blockquote>${body}</blockquote>`;
}

function showLink(node: MarkdownNode, label: Shown): Shown {
  const address = webAddress(node.target);
  if (address === null) return label;
  return html`<a href=${address} target="_blank" rel="noopener noreferrer" title=${address}>${label}</a>`;
}

function showMention(text: string): TemplateResult {
  return html`<span class="mention">${text}</span>`;
}

function findRole({ world }: State, roleId: string | undefined): string {
  const roles = world.servers.flatMap(({ roles: own }) => own);
  return roles.find(({ id }) => id === roleId)?.name ?? 'unknown-role';
}

function toMoment({ timestamp }: MarkdownNode): string {
  const date = new Date(Number(timestamp) * 1_000);
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toLocaleString();
}

function reveal(event: Event): void {
  if (event.currentTarget instanceof Element) event.currentTarget.classList.add('revealed');
}
