import { hideControls } from '../messages/hide-controls.js';

/** Has the program end as one that failed, once nothing is under way, with a sentence for whoever started it. */
export function leaveWith(sentence: string): void {
  process.stderr.write(`${hideControls(sentence)}\n`);
  process.exitCode = 1;
}
