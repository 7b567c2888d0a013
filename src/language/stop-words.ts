/** Words that say little by themselves, normalised: function words, auxiliaries, question words, and pieces of contractions. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a about above after again against all also am an and any are aren't as at be because been before being below between both but by " +
    "can can't could couldn't 'd did didn't do does doesn't doing don't down during each either else ever every few for from further " +
    "get gets got had hadn't has hasn't have haven't having he her here hers herself him himself his how however i if in into is isn't it " +
    "its itself just 'll 'm may me might mine more most much must my myself n't neither no nor not 'n of off on once one's only onto or " +
    "other our ours ourselves out over own per please 're rather 's same shall she should shouldn't since so some such than that the " +
    'their theirs them themselves then there these they this those though through thus to too under until unto up upon us very was ' +
    "wasn't we were weren't what whatever when where which while who whoever whom whose why will with within without won't wo would " +
    "wouldn't 've yet you your yours yourself yourselves many any"
  ).split(' '),
);

/** Whether a normalised word is one that search and ranking leave out. */
export function isStopWord(norm: string): boolean {
  return STOP_WORDS.has(norm);
}
