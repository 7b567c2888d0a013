/** What came of one question. */
export interface Outcome {
  /** Whether the sentence ranked first, and one of the first three, answers. */
  readonly isRight: boolean;
  readonly isAmongThree: boolean;
  /** Probability as given; null for a ranker that gives none. */
  readonly confidence: number | null;
  /** Whether it would be shown as an answer. */
  readonly isAnswered: boolean;
  /** F1 and exact match of the words in bold, if the set has gold answers. */
  readonly words: { readonly f1: number; readonly exact: boolean } | null;
  readonly milliseconds: number;
}

/** The outcome of a ranker that gives no confidence and always answers: whether each of the sentences that it shows answers, best first. */
export function outcomeOf(right: readonly boolean[], milliseconds: number): Outcome {
  return {
    isRight: right[0] === true,
    isAmongThree: right.includes(true),
    confidence: null,
    isAnswered: true,
    words: null,
    milliseconds,
  };
}
