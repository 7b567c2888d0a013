import type { CommandContext, PreviousAnswer } from '../../bot/command.js';
import type { Reply } from '../../bot/reply.js';
import type { Corpus } from '../../library/corpus.js';
import type { BotSettings } from '../bot-settings.js';
import type { Offers } from '../controls/offers.js';
import type { AdmittedCommand } from '../handle/admit-command.js';
import { MEASURES } from '../limits.js';
import { describeError } from '../log-error.js';
import { buildPlainMessage, buildReplyMessage, type ChooseView } from '../render/reply-message.js';
import { keepGap } from './keep-gap.js';
import { Progress } from './progress.js';
import type { ParsedForm } from './read-form.js';
import type { Stage } from './stage.js';

/** How an event is answered: all in which one differs from another. */
export interface Response extends AdmittedCommand {
  readonly stage: Stage;
  /** The event itself, as far as the answer remembers it. */
  readonly event: { readonly id: string; readonly userId: string };
  /** Left out for a command without a form. */
  readonly readForm?: () => Promise<ParsedForm>;
  /** Left out if a question goes on from none. */
  readonly findPrevious?: (corpus: Corpus) => Promise<PreviousAnswer | null>;
  /** Whether there is anything to answer with this; left out, there always is. */
  readonly isWanted?: (reply: Reply) => boolean;
  /** Which page is shown; left out, the first. */
  readonly chooseView?: ChooseView;
  /** The last page that may be shown, from 0; null if that is not known. Left out with `chooseView`. */
  readonly lastPage?: number | null;
  readonly chooseOffers: (context: CommandContext) => Offers | Promise<Offers>;
  /** Whether it was asked just now, so that a question without an answer counts as a gap. */
  readonly isAsked: boolean;
}

/**
 * Answers an event, the same way wherever it comes from: announces the answer, runs the command in a context made for
 * this run, shows how far it is, and then its reply. False if nothing was to be said.
 */
export async function respond(response: Response, settings: BotSettings): Promise<boolean> {
  const { stage, readForm } = response;
  await stage.announce();
  const form = readForm === undefined ? NO_FORM : await readForm();
  if (form.ok) return run(response, form, settings);
  await stage.refuse(form.reason);
  return true;
}

const NO_FORM: ParsedForm = { ok: true, values: null };

async function run(
  response: Response,
  { values }: ParsedForm & { readonly ok: true },
  settings: BotSettings,
): Promise<boolean> {
  const { command, options, visit, stage, event, findPrevious, isWanted, chooseView, isAsked } = response;
  const { lastPage = chooseView === undefined ? 0 : null } = response;
  const { say } = visit;
  const progress = new Progress(
    (title) => stage.showProgress(buildPlainMessage({ kind: 'notice', title, lines: [] }, say)),
    (error) => settings.logger.debug({ error: describeError(error) }, 'could not show progress'),
  );
  let isReloaded = false;
  try {
    const context = await settings.contextAt(visit.place, async (corpus) => ({
      form: values,
      showProgress: (words) => progress.show(words),
      previous: (await findPrevious?.(corpus)) ?? null,
      shown: lastPage === null ? null : (lastPage + 1) * MEASURES.excerptsOnPage,
      onReload: () => {
        isReloaded = true;
      },
    }));
    const reply = await command.execute(options, context).finally(() => progress.stop());
    if (isWanted?.(reply) === false) return false;
    if (reply.kind === 'refused') {
      await stage.refuse(reply.reason);
      return true;
    }
    // What does something again, or could not give the same, is run again by no button.
    const isRepeatable = !isReloaded && context.previous === null && command.form === null;
    const origin = { command: command.name, options, userId: event.userId, isRepeatable };
    const offers = await response.chooseOffers(context);
    await stage.show(buildReplyMessage(reply, origin, say, { offers, ...(chooseView && { chooseView }) }));
    if (isAsked) await keepGap(settings, { command, reply, origin: event.id, context });
    return true;
  } catch (error) {
    await stage
      .clear()
      .catch((second: unknown) =>
        settings.logger.debug({ error: describeError(second) }, 'could not put back what was there'),
      );
    throw error;
  }
}
