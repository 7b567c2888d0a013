/** Milliseconds that a draft waits for its word: a preview is read at once, or forgotten. */
export const DRAFT_LIFE = 60 * 60 * 1000;

/** Drafts of one moderator that wait at the same time: a handful of previews side by side. */
export const MOST_DRAFTS = 5;
