import type { APIEmbed } from 'discord.js';
import type { Say } from '../../messages/phrase.js';
import { type GivenOptions, writeOptions } from '../../option.js';
import type { Reply } from '../../reply.js';
import { fingerprintReply } from '../controls/fingerprint-reply.js';
import { buildPageRow, type PageRow } from '../controls/page-row.js';
import { renderReply } from './render-reply.js';

/** The parts of a message that show a reply; the same for a new message and for one that is edited. */
export interface ReplyMessage {
  readonly embeds: APIEmbed[];
  readonly components: PageRow[];
}

/** Where a reply came from, so that its other pages can be made again. */
export interface ReplyOrigin {
  readonly command: string;
  readonly options: GivenOptions;
  readonly userId: string;
  /** False where the command must not be run again: then only the first page can be shown. */
  readonly isRepeatable: boolean;
}

/** What a page says when the articles gave another result the first time. */
const CHANGED = 'The articles were read again since; this is what they say now.';

/** One page of a reply, from 0, with the buttons that turn it; a page beyond the last is the last. */
export function buildReplyMessage(
  reply: Reply,
  origin: ReplyOrigin,
  say: Say,
  { page = 0, isChanged = false }: { readonly page?: number; readonly isChanged?: boolean } = {},
): ReplyMessage {
  const { embeds } = renderReply(reply, say);
  const shown = Math.min(page, embeds.length - 1);
  const row = origin.isRepeatable
    ? buildPageRow(
        {
          command: origin.command,
          options: writeOptions(origin.options),
          page: shown,
          userId: origin.userId,
          fingerprint: fingerprintReply(reply),
        },
        embeds.length,
      )
    : null;
  const foot = [isChanged ? CHANGED : '', describePages(shown, embeds.length, row !== null)]
    .filter((sentence) => sentence !== '')
    .join(' ');
  const embed = { ...embeds[shown], ...(foot === '' ? {} : { footer: { text: foot } }) };
  return { embeds: [embed], components: row === null ? [] : [row] };
}

/** A reply without pages to turn: a refusal or an apology. */
export function buildPlainMessage(reply: Reply, say: Say): ReplyMessage {
  return { embeds: renderReply(reply, say).embeds.slice(0, 1), components: [] };
}

function describePages(page: number, count: number, isTurning: boolean): string {
  if (count < 2) return '';
  const place = `Page ${page + 1} of ${count}.`;
  return isTurning
    ? `${place} Only the person who asked can turn the pages.`
    : `${place} The rest cannot be shown here; narrow it down to see more.`;
}
