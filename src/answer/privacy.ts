import type { CommandContext } from '../bot/command.js';
import type { NoticeReply, Reply } from '../bot/reply.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import { GAP_DAYS } from '../server/gap-list.js';

/** What is kept of whoever uses the bot, for how long, and a button that removes what is kept of who asks. */
export function explainPrivacy({ keeping }: CommandContext): NoticeReply {
  const title = phrase('privacy.title');
  if (keeping === null) return { kind: 'notice', title, lines: [{ text: phrase('privacy.nothing-kept') }] };
  const lines: [Phrase, Phrase][] = [
    [phrase('privacy.questions'), phrase('privacy.questions-kept', { days: GAP_DAYS })],
    [phrase('privacy.moderators'), phrase('privacy.moderators-kept')],
    [phrase('privacy.memory'), phrase('privacy.memory-kept')],
    [phrase('privacy.log'), phrase('privacy.log-kept')],
    [phrase('privacy.removal'), phrase('privacy.removal-kept', { days: keeping.graceDays })],
  ];
  return {
    kind: 'notice',
    title,
    lines: lines.map(([label, text]) => ({ label, text })),
    actions: [{ label: phrase('privacy.forget'), style: 'danger', command: 'privacy forget', options: {} }],
  };
}

/** Removes the id of who asks wherever it is kept, and says how many records held it. */
export async function forgetUser({ keeping, place }: CommandContext): Promise<Reply> {
  if (keeping === null || place.userId === null) {
    return { kind: 'refused', reason: phrase('privacy.nothing-kept') };
  }
  const count = await keeping.forgetUser(place.userId);
  return {
    kind: 'notice',
    title: phrase('privacy.forgotten'),
    lines: [{ text: phrase('privacy.removed', { count }) }],
  };
}
