const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'no',
  'without',
  'nobody',
  'none',
  'neither',
  'nor',
  'cannot',
]);

/** Whether a normalised word negates. Gets wrong: verbs that deny ("refused", "failed to"). */
export function isNegation(norm: string): boolean {
  return NEGATIONS.has(norm);
}
