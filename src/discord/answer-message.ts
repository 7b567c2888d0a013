import type { Message } from 'discord.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import { sayIn } from '../messages/say.js';
import type { BotSettings } from './bot-settings.js';
import type { Outcome } from './bot-watch.js';
import { explainFailure } from './explain-failure.js';
import { apologise, handleMessage } from './handle/handle-message.js';
import { handleOpenQuestion } from './handle/handle-open-question.js';
import { checkMessage } from './handle/refuse-haste.js';
import { describeError } from './log-error.js';
import { millisecondsSince } from './milliseconds-since.js';
import type { Notices } from './pace/notices.js';
import { mayWrite } from './respond/may-write.js';
import { readMessageVisit, type Visit } from './visit.js';

/** Answers a message that is for the bot; if that fails, its author gets a sentence and the log the cause. Null if the bot may not write. */
export async function answerMessage(
  message: Message,
  settings: BotSettings,
  { notices, isLeaving }: { readonly notices: Notices; readonly isLeaving: boolean },
): Promise<Outcome | null> {
  const started = performance.now();
  const what = { event: 'message', id: message.id, guild: message.guildId };
  if (!mayWrite(message)) {
    settings.logger.info({ ...what, channel: message.channelId }, 'may not write where it was asked');
    return null;
  }
  const visiting = readMessageVisit(message, settings);
  const apologiseFor = async (reason: Phrase): Promise<void> =>
    apologise(message, reason, await visiting.catch(() => ({ say: sayIn('en') })));
  try {
    if (isLeaving) await apologiseFor(phrase('discord.leaving'));
    else {
      const visit = await visiting;
      if (await refuseHastyMessage(message, visit, settings, notices)) return 'refused';
      await handleMessage(message, visit, settings);
    }
    settings.logger.info({ ...what, ms: millisecondsSince(started) }, 'answered');
    return isLeaving ? 'leaving' : 'answered';
  } catch (error) {
    settings.logger.error(
      { ...what, ms: millisecondsSince(started), error: describeError(error) },
      'failed to answer',
    );
    await apologiseFor(explainFailure(error)).catch((second: unknown) =>
      settings.logger.warn({ ...what, error: describeError(second) }, 'could not tell the user of it'),
    );
    return 'failed';
  }
}

/** Nobody asked by name, so nobody is told of a failure; the log is. */
export async function answerOpenQuestion(message: Message, settings: BotSettings): Promise<Outcome | null> {
  const started = performance.now();
  const what = { event: 'open question', id: message.id, guild: message.guildId };
  try {
    const isAnswered = await handleOpenQuestion(message, settings);
    if (isAnswered) settings.logger.info({ ...what, ms: millisecondsSince(started) }, 'answered');
    return isAnswered ? 'answered' : null;
  } catch (error) {
    settings.logger.error(
      { ...what, ms: millisecondsSince(started), error: describeError(error) },
      'failed to answer',
    );
    return 'failed';
  }
}

/** Tells who asks too fast to wait, once until they may ask again; true if the message is not to be answered. */
async function refuseHastyMessage(
  message: Message,
  visit: Visit,
  settings: BotSettings,
  notices: Notices,
): Promise<boolean> {
  const reason = checkMessage(message, visit, settings);
  if (notices.isDue(message, reason !== null) && reason !== null) await apologise(message, reason, visit);
  return reason !== null;
}
