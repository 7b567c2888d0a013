import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type AttachmentPayload,
  MessageFlags,
} from 'discord.js';
import { type GivenOptions, writeOptions } from '../../bot/option.js';
import type { Reply, SaidReply } from '../../bot/reply.js';
import { sayReply } from '../../bot/say-reply.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { buildActionButton, layOutButtons } from '../controls/action-rows.js';
import { fingerprintReply } from '../controls/fingerprint-reply.js';
import { buildOfferButtons } from '../controls/offer-buttons.js';
import { NO_OFFERS, type Offers } from '../controls/offers.js';
import { buildPageRow } from '../controls/page-row.js';
import { buildContextButton, buildPassageButtons, buildPassageList } from '../controls/passage-controls.js';
import { COLOURS } from './colours.js';
import { buildContainer } from './container.js';
import { excerptsOn, type Page } from './page.js';
import { renderReply } from './render-reply.js';

/** The parts of a message that show a reply; the same for a new message and for one that is edited. */
export interface ReplyMessage {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: APIMessageTopLevelComponent[];
  readonly files: AttachmentPayload[];
}

/** Where a reply came from, so that its other pages can be made again. */
export interface ReplyOrigin {
  readonly command: string;
  readonly options: GivenOptions;
  readonly userId: string;
  /** False if the command must not be run again: then only the first page can be shown. */
  readonly isRepeatable: boolean;
}

/** Which page of a reply is shown, from 0 (beyond the last it is the last), and whether the articles gave another result the first time. */
export type ChooseView = (result: {
  readonly reply: Reply;
  readonly fingerprint: string;
  readonly pages: number;
}) => { readonly page: number; readonly isChanged: boolean };

const showFirst: ChooseView = () => ({ page: 0, isChanged: false });

/** Which part of a reply is shown, and with which buttons. */
export interface ReplyView {
  /** Default the first page of a result as it was. */
  readonly chooseView?: ChooseView;
  /** Default none. */
  readonly offers?: Offers;
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** One page of a reply, with the buttons that turn it, and those that it and its excerpts offer. */
export function buildReplyMessage(
  reply: Reply,
  origin: ReplyOrigin,
  say: Say,
  { chooseView = showFirst, offers = NO_OFFERS }: ReplyView = {},
): ReplyMessage {
  const said = sayReply(reply, say);
  const rendered = renderReply(said, say);
  const count = rendered.pages.length;
  const fingerprint = fingerprintReply(reply);
  const { page: wanted, isChanged } = chooseView({ reply, fingerprint, pages: count });
  const shown = Math.min(wanted, count - 1);
  const again = findAgain(reply, origin);
  const state = again && { ...again, page: shown, userId: origin.userId, fingerprint };
  const row = state && buildPageRow(state, count, say);
  const foot = [
    isChanged ? say(phrase('discord.changed')) : '',
    describePages(shown, count, row !== null, say),
  ].filter((sentence) => sentence !== '');
  const page = rendered.pages[shown] ?? { blocks: [], actions: [] };
  const files = listFiles(reply);
  const container = buildContainer({
    reply: rendered,
    page,
    colour: COLOURS[reply.kind],
    buttons: buildPassageButtons(excerptsOn(page), offers.opensPassages, say),
    foot: foot.join(' '),
    file: files[0]?.name ?? null,
  });
  const rows = [...buildControls(said, page, offers, say), ...(row === null ? [] : [row])];
  return { flags: MessageFlags.IsComponentsV2, components: [container, ...rows], files };
}

/** A reply without anything to press: a refusal, an apology, how far some work is. */
export function buildPlainMessage(reply: Reply, say: Say): ReplyMessage {
  const rendered = renderReply(sayReply(reply, say), say);
  const page = rendered.pages[0] ?? { blocks: [], actions: [] };
  const parts = { reply: rendered, page, colour: COLOURS[reply.kind], buttons: [], foot: '', file: null };
  return { flags: MessageFlags.IsComponentsV2, components: [buildContainer(parts)], files: [] };
}

/** The files that come with a reply. */
function listFiles(reply: Reply): (AttachmentPayload & { readonly name: string })[] {
  if (reply.kind !== 'notice' || reply.file === undefined) return [];
  const { name, bytes } = reply.file;
  return [{ name, attachment: Buffer.from(bytes) }];
}

/** The command that shows the reply's other pages, as the page buttons hold it; null if there is none. */
function findAgain(
  reply: Reply,
  origin: ReplyOrigin,
): { readonly command: string; readonly options: Readonly<Record<string, string>> } | null {
  if (reply.kind === 'notice' && reply.again !== undefined) return reply.again;
  return origin.isRepeatable ? { command: origin.command, options: writeOptions(origin.options) } : null;
}

/** A notice's rows of numbered buttons and its own, or an answer's list of passages; and one of offers. */
function buildControls(said: SaidReply, page: Page, offers: Offers, say: Say): Row[] {
  const own = said.kind === 'notice' ? (said.actions ?? []) : [];
  const excerpts = excerptsOn(page);
  const list = offers.opensPassages ? buildPassageList(excerpts, say) : null;
  const context = offers.opensContext ? buildContextButton(excerpts, say) : null;
  return [
    ...layOutButtons(page.actions.map(({ number, action }) => buildActionButton(action, number))),
    ...layOutButtons(own.map((action) => buildActionButton(action, null))),
    ...(list === null ? [] : [list]),
    ...layOutButtons([
      ...(context === null ? [] : [context]),
      ...buildOfferButtons(offers, excerpts.length > 0, say),
    ]),
  ];
}

function describePages(page: number, count: number, isTurning: boolean, say: Say): string {
  if (count < 2) return '';
  const message = isTurning ? 'discord.page-of-turned' : 'discord.page-of-cut';
  return say(phrase(message, { page: page + 1, count }));
}
