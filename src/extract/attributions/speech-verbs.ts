import { stemWord } from '../../language/stem.js';
import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';

/** `speaking` verbs can carry words in quotation marks ("…," she said), `naming` ones give a name or a verdict in the speaker's words (called it “rigged”), `stating` ones report what somebody says, thinks or wants. */
interface SpeechVerbs {
  readonly speaking: ReadonlySet<string>;
  readonly naming: ReadonlySet<string>;
  readonly stating: ReadonlySet<string>;
  readonly onlyQuoting: ReadonlySet<string>;
}

let built: SpeechVerbs | undefined;

function verbs(): SpeechVerbs {
  built ??= readVerbs();
  return built;
}

function readVerbs(): SpeechVerbs {
  const speaking = wordsOf('saying', 'speaking');
  return {
    speaking: stems(speaking),
    naming: stems(wordsOf('saying', 'naming')),
    onlyQuoting: stems(wordsOf('saying', 'quotingOnly')),
    stating: stems([...speaking, ...wordsOf('saying', 'stating')]),
  };
}

/** A short verb's forms have stems of their own ("add", but "ad" for "added"). */
function stems(words: readonly string[]): ReadonlySet<string> {
  const endings = ['', 's', 'ed', 'ing'];
  return new Set(words.flatMap((word) => endings.map((ending) => stemWord(inflect(word, ending)))));
}

function inflect(word: string, ending: string): string {
  const isMute = word.endsWith('e') && (ending === 'ed' || ending === 'ing');
  return `${isMute ? word.slice(0, -1) : word}${ending}`;
}

/** Whether a word can be the verb of a direct quotation's cue ("said", "wrote", "added"). */
export function isSpeakingVerb({ stem, pos }: Token): boolean {
  return (pos === 'VERB' || pos === 'AUX' || pos === 'NOUN') && verbs().speaking.has(stem);
}

/** Whether a verb ties its subject to quoted words only: "he began" reports nothing by itself. */
export function isOnlyQuoting({ stem, pos }: Token): boolean {
  return pos === 'VERB' && verbs().onlyQuoting.has(stem);
}

/** Whether a word can give a name or a verdict in its subject's words ("called", "described", "accused"). */
export function isNamingVerb({ stem, pos }: Token): boolean {
  return pos === 'VERB' && verbs().naming.has(stem);
}

/** Whether a word can report what its subject says, thinks or wants ("insist", "believes"). */
export function isStatingVerb({ stem, pos }: Token): boolean {
  return pos === 'VERB' && verbs().stating.has(stem);
}
