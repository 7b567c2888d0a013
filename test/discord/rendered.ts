import type { Reply } from '../../src/bot/reply.js';
import { NO_OFFERS, type Offers } from '../../src/discord/controls/offers.js';
import { buildReplyMessage, type ReplyMessage } from '../../src/discord/render/reply-message.js';
import { sayIn } from '../../src/messages/say.js';

/** Whatever can be offered. */
export const ALL_OFFERS: Offers = {
  opensPassages: true,
  opensContext: true,
  takesReports: true,
  isShareable: true,
  opensThread: true,
};

const ORIGIN = { command: 'search', options: { words: 'x' }, userId: '1', isRepeatable: true };

/** The messages that show the pages of a reply, in English; `isChanged` as where the articles gave another result at first. */
export function rendered(
  reply: Reply,
  { offers = NO_OFFERS, isChanged = false }: { readonly offers?: Offers; readonly isChanged?: boolean } = {},
): ReplyMessage[] {
  let count = 1;
  const show = (page: number): ReplyMessage =>
    buildReplyMessage(reply, ORIGIN, sayIn('en'), {
      chooseView: ({ pages }) => {
        count = pages;
        return { page, isChanged };
      },
      offers,
    });
  const first = show(0);
  return [first, ...Array.from({ length: count - 1 }, (_, before) => show(before + 1))];
}
