/** Characters of a line that is typed or piped in: more than the longest text that a command takes, with all its options. */
export const LONGEST_LINE = 16_384;

/** Characters of what a follow-up goes on from: as many as Discord keeps of the answer that is replied to. */
export const LONGEST_EXCERPT = 4_096;
