import type { Logger } from 'pino';
import type { Footnote } from './footnote.js';

/** Milliseconds between two sweeps: what is to go after an hour stays only a little longer. */
const PAUSE = 10 * 60 * 1000;

/** Removes what has had its time, now and every few minutes; the function that is returned ends it. A sweep that fails is logged, and tried again the next time. */
export function sweepRegularly({ sweep }: Pick<Footnote, 'sweep'>, logger: Logger): () => void {
  const run = async (): Promise<void> => {
    try {
      const swept = await sweep();
      if (swept === null) return;
      const { servers, drafts, gaps } = swept;
      if (servers.length + drafts + gaps > 0)
        logger.info({ servers, drafts, gaps }, 'removed what has had its time');
    } catch (error) {
      logger.error({ error: String(error) }, 'what has had its time could not be removed');
    }
  };
  void run();
  const timer = setInterval(() => void run(), PAUSE);
  timer.unref();
  return () => clearInterval(timer);
}
