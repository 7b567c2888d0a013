import { stemWord } from '../../language/stem.js';
import type { Token } from '../../language/token.js';

/** Verbs that can carry words in quotation marks ("…," she said). */
const SPEAKING =
  'say said tell told ask add write wrote written tweet retweet post state declare announce argue claim insist explain note ' +
  'observe remark comment reply respond answer counter retort continue conclude begin began begun warn caution urge admit ' +
  'acknowledge concede confess confirm deny recall remember joke quip laugh shout yell scream cry exclaim whisper mutter ' +
  'murmur lament complain protest object vow promise pledge predict stress emphasize emphasise underscore reiterate repeat ' +
  'echo agree disagree suggest propose point read report reveal disclose testify plead beg demand muse wonder think thought ' +
  'offer boast brag tease scold fume snap thunder proclaim assert contend maintain allege opine theorize reason reflect ' +
  'go went put interject chime sum summarize elaborate clarify assure inform advise remind interrupt sigh chant sing sang ' +
  'pronounce mock rail charge blast crow gush marvel caption text email shoot shot fire bark deadpan chuckle allow hint ' +
  'describe ponder speculate surmise venture volunteer counsel instruct implore beseech sneer scoff gripe grumble rant hold held';

/** Verbs that give something or someone a name or a verdict in the speaker's words (called it “rigged”). */
const NAMING =
  'call describe label dub brand term denounce dismiss deride characterize characterise refer accuse criticize criticise ' +
  'slam hail praise condemn cite deem decry mock ridicule blast portray paint cast tout champion lambaste attack bill ' +
  'pillory compare liken credit blame knock rip assail declare pronounce consider view see regard nickname christen ' +
  'depict present pan trash hammer bash disparage fault chide rebuke defend quote';

/** Verbs that report what someone says, thinks or wants, without quotation marks. */
const STATING =
  'believe hope expect know feel felt fear doubt worry hear heard learn decide want wish intend plan realize understand ' +
  'understood find found show indicate estimate forecast project calculate rule order direct request call seek sought ' +
  'support oppose back endorse favor favour reject refuse accept question challenge dispute doubt downplay signal swear swore sworn ' +
  'guess assume figure conclude determine recommend signal imply imagine discuss talk speak spoke spoken lobby threaten mean meant prefer';

interface SpeechVerbs {
  readonly speaking: ReadonlySet<string>;
  readonly naming: ReadonlySet<string>;
  readonly stating: ReadonlySet<string>;
}

let built: SpeechVerbs | undefined;

function verbs(): SpeechVerbs {
  built ??= { speaking: stems(SPEAKING), naming: stems(NAMING), stating: stems(`${SPEAKING} ${STATING}`) };
  return built;
}

/** A short verb's forms have stems of their own ("add", but "ad" for "added"). */
function stems(words: string): ReadonlySet<string> {
  const endings = ['', 's', 'ed', 'ing'];
  return new Set(
    words.split(' ').flatMap((word) => endings.map((ending) => stemWord(inflect(word, ending)))),
  );
}

function inflect(word: string, ending: string): string {
  const isMute = word.endsWith('e') && (ending === 'ed' || ending === 'ing');
  return `${isMute ? word.slice(0, -1) : word}${ending}`;
}

/** Whether a word can be the verb of a direct quotation's cue ("said", "wrote", "added"). */
export function isSpeakingVerb({ stem, pos }: Token): boolean {
  return (pos === 'VERB' || pos === 'AUX' || pos === 'NOUN') && verbs().speaking.has(stem);
}

/** Whether a word can give a name or a verdict in its subject's words ("called", "described", "accused"). */
export function isNamingVerb({ stem, pos }: Token): boolean {
  return pos === 'VERB' && verbs().naming.has(stem);
}

/** Whether a word can report what its subject says, thinks or wants ("insist", "believes"). */
export function isStatingVerb({ stem, pos }: Token): boolean {
  return pos === 'VERB' && verbs().stating.has(stem);
}
