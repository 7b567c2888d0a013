import type { Wording } from '../../messages/phrase.js';
import type { ReplyMessage } from '../render/reply-message.js';

/** Where the answer to an event is in Discord: a message of its own, the message pressed on, a reply to a message. */
export interface Stage {
  /** Tells Discord and the user that an answer is coming, before any work is done for it. */
  readonly announce: () => Promise<void>;
  /** Shows how far the work is, where the answer will be. */
  readonly showProgress: (message: ReplyMessage) => Promise<void>;
  /** Puts the answer there, in place of what is there. */
  readonly show: (message: ReplyMessage) => Promise<void>;
  /** Says why there is no answer, and leaves nothing of the work. */
  readonly refuse: (reason: Wording) => Promise<void>;
  /** Leaves nothing of the work if it has failed; why is told elsewhere. */
  readonly clear: () => Promise<void>;
}
