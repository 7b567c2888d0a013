/** Characters of a text field of Discord's forms at most; its client cuts off what is pasted beyond. */
export const LONGEST_PASTE = 4_000;

/**
 * Whether a pasted text may have lost its end to that limit. Discord takes white space from the ends of what is sent, so one
 * that was cut off may be a little shorter.
 *
 * Gets wrong: a text that has this very length.
 */
export function mayBeCutOff({ length }: string): boolean {
  return length >= LONGEST_PASTE - 1;
}
