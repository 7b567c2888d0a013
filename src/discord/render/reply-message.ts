import type { APIEmbed, AttachmentPayload } from 'discord.js';
import { type GivenOptions, writeOptions } from '../../bot/option.js';
import type { Reply, SaidReply } from '../../bot/reply.js';
import { sayReply } from '../../bot/say-reply.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { type ButtonRow, buildActionButton, layOutButtons } from '../controls/action-rows.js';
import { fingerprintReply } from '../controls/fingerprint-reply.js';
import { buildOfferButtons } from '../controls/offer-buttons.js';
import { NO_OFFERS, type Offers } from '../controls/offers.js';
import { buildPageRow } from '../controls/page-row.js';
import {
  buildContextButton,
  buildPassageButtons,
  buildPassageList,
  type SelectRow,
} from '../controls/passage-controls.js';
import type { PageContent } from './page.js';
import { renderReply } from './render-reply.js';

/** The parts of a message that show a reply; the same for a new message and for one that is edited. */
export interface ReplyMessage {
  readonly embeds: APIEmbed[];
  readonly components: (ButtonRow | SelectRow)[];
  readonly files: AttachmentPayload[];
}

/** Where a reply came from, so that its other pages can be made again. */
export interface ReplyOrigin {
  readonly command: string;
  readonly options: GivenOptions;
  readonly userId: string;
  /** False where the command must not be run again: then only the first page can be shown. */
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

/** One page of a reply, with the buttons that turn it, and those that it and its excerpts offer. */
export function buildReplyMessage(
  reply: Reply,
  origin: ReplyOrigin,
  say: Say,
  { chooseView = showFirst, offers = NO_OFFERS }: ReplyView = {},
): ReplyMessage {
  const said = sayReply(reply, say);
  const { embeds, contents } = renderReply(said, say);
  const fingerprint = fingerprintReply(reply);
  const { page, isChanged } = chooseView({ reply, fingerprint, pages: embeds.length });
  const shown = Math.min(page, embeds.length - 1);
  const again = findAgain(reply, origin);
  const row =
    again === null
      ? null
      : buildPageRow({ ...again, page: shown, userId: origin.userId, fingerprint }, embeds.length, say);
  const foot = [
    isChanged ? say(phrase('discord.changed')) : '',
    describePages(shown, embeds.length, row !== null, say),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
  const embed = { ...embeds[shown], ...(foot === '' ? {} : { footer: { text: foot } }) };
  const controls = buildControls(said, contents[shown], offers, say);
  return {
    embeds: [embed],
    components: [...controls, ...(row === null ? [] : [row])],
    files: listFiles(reply),
  };
}

/** A reply without pages to turn: a refusal or an apology. */
export function buildPlainMessage(reply: Reply, say: Say): ReplyMessage {
  return { embeds: renderReply(sayReply(reply, say), say).embeds.slice(0, 1), components: [], files: [] };
}

/** The files that come with a reply. */
function listFiles(reply: Reply): AttachmentPayload[] {
  if (reply.kind !== 'notice' || reply.file === undefined) return [];
  const { name, bytes } = reply.file;
  return [{ name, attachment: Buffer.from(bytes) }];
}

/** The command that shows the reply's other pages, as the page buttons hold it; null where there is none. */
function findAgain(
  reply: Reply,
  origin: ReplyOrigin,
): { readonly command: string; readonly options: Readonly<Record<string, string>> } | null {
  if (reply.kind === 'notice' && reply.again !== undefined) return reply.again;
  return origin.isRepeatable ? { command: origin.command, options: writeOptions(origin.options) } : null;
}

/** At most four rows, so that one is left for the pages: a notice's two of numbered buttons and its own, or those of excerpts; and one of offers. */
function buildControls(
  said: SaidReply,
  { excerpts, actions }: PageContent = { excerpts: [], actions: [] },
  offers: Offers,
  say: Say,
): (ButtonRow | SelectRow)[] {
  const own = said.kind === 'notice' ? (said.actions ?? []) : [];
  const opened = offers.opensPassages ? excerpts : [];
  const list = buildPassageList(opened, say);
  const context = buildContextButton(opened, say);
  return [
    ...layOutButtons(actions.map(({ number, action }) => buildActionButton(action, number))),
    ...layOutButtons(own.map((action) => buildActionButton(action, null))),
    ...(list === null ? [] : [list]),
    ...layOutButtons([
      ...(context === null ? [] : [context]),
      ...buildPassageButtons(opened, say),
      ...buildOfferButtons(offers, excerpts.length > 0, say),
    ]),
  ];
}

function describePages(page: number, count: number, isTurning: boolean, say: Say): string {
  if (count < 2) return '';
  const message = isTurning ? 'discord.page-of-turned' : 'discord.page-of-cut';
  return say(phrase(message, { page: page + 1, count }));
}
