import { isRecord } from './component-tree.js';
import { type Check, violation } from './violation.js';

/** Characters of a bot's message; the published schema allows 4,000, which is for subscribers. */
const CONTENT_LENGTH = 2_000;

/** Message flags that a request may set: SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS, VOICE, IS_COMPONENTS_V2. */
const SETTABLE_FLAGS = (1 << 2) | (1 << 6) | (1 << 12) | (1 << 13) | (1 << 15);
const EPHEMERAL = 1 << 6;

/** A message’s text has 2,000 characters at most. */
export const contentLength: Check = {
  name: 'content-length',
  find(body) {
    const content = isRecord(body) ? body.content : undefined;
    if (typeof content !== 'string' || content.length <= CONTENT_LENGTH) return [];
    const message = `Must be ${CONTENT_LENGTH} or fewer in length.`;
    return [violation('content-length', ['content'], 'BASE_TYPE_MAX_LENGTH', message)];
  },
};

/** In `allowed_mentions`, parsing all users (or roles) and naming some of them exclude each other. */
export const allowedMentions: Check = {
  name: 'allowed-mentions',
  find(body) {
    const allowed = isRecord(body) ? body.allowed_mentions : undefined;
    if (!isRecord(allowed)) return [];
    const parse: unknown[] = Array.isArray(allowed.parse) ? allowed.parse : [];
    return (['users', 'roles'] as const).flatMap((kind) => {
      const named = allowed[kind];
      if (!parse.includes(kind) || !Array.isArray(named) || named.length === 0) return [];
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      return [
        violation(
          'allowed-mentions',
          ['allowed_mentions'],
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          message,
        ),
      ];
    });
  },
};

/** Flags that a request may not set; EPHEMERAL is for interaction responses. */
export function createFlagsCheck(mayBeEphemeral: boolean): Check {
  return {
    name: 'message-flags',
    find(body) {
      const flags = isRecord(body) ? body.flags : undefined;
      if (typeof flags !== 'number') return [];
      const settable = mayBeEphemeral ? SETTABLE_FLAGS : SETTABLE_FLAGS & ~EPHEMERAL;
      if ((flags & ~settable) === 0) return [];
      return [violation('message-flags', ['flags'], 'INVALID_BITWISE_FLAG', 'Invalid flags for a message.')];
    },
  };
}
