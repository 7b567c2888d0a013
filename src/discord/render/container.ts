import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';
import type { PassageButton } from '../controls/passage-controls.js';
import { ASKED_ID, HEAD } from '../controls/read-exchange.js';
import type { Block, Page } from './page.js';
import type { RenderedReply } from './render-reply.js';

/** What a page of a reply is drawn with. */
export interface PageParts {
  readonly reply: RenderedReply;
  readonly page: Page;
  /** RGB as a number. */
  readonly colour: number;
  /** The button beside each excerpt, in their order. */
  readonly buttons: readonly PassageButton[];
  /** Small print below; empty for none. */
  readonly foot: string;
  /** The name of a file that comes with it; null for none. */
  readonly file: string | null;
}

/** A page of a reply as Discord draws it: in one frame with a stripe, each excerpt with its button beside it, set apart by lines. */
export function buildContainer({
  reply,
  page,
  colour,
  buttons,
  foot,
  file,
}: PageParts): APIContainerComponent {
  const { head, isAnswer, sentences } = reply;
  const title = { ...buildText(`${HEAD}${head}`), ...(isAnswer ? { id: ASKED_ID } : {}) };
  const waiting = [...buttons];
  const blocks = page.blocks.map((block) =>
    buildBlock(block, block.excerpt === null ? null : (waiting.shift() ?? null)),
  );
  return {
    type: ComponentType.Container,
    accent_color: colour,
    components: [
      ...(head === '' ? [] : [title]),
      ...(sentences.length === 0 ? [] : [buildText(sentences.join('\n\n'))]),
      ...blocks.flatMap((block, i) => (i === 0 ? [block] : [SEPARATOR, block])),
      ...(foot === '' ? [] : [buildText(`-# ${foot}`)]),
      ...(file === null
        ? []
        : [{ type: ComponentType.File as const, file: { url: `attachment://${file}` } }]),
    ],
  };
}

/** A text by itself. */
export function buildText(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

const SEPARATOR = { type: ComponentType.Separator } as const;

function buildBlock({ text }: Block, button: PassageButton): APIComponentInContainer {
  return button === null
    ? buildText(text)
    : { type: ComponentType.Section, components: [buildText(text)], accessory: button };
}
