import ar from './ar.json' with { type: 'json' };
import cs from './cs.json' with { type: 'json' };
import da from './da.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import furniture from './en/furniture.json' with { type: 'json' };
import questions from './en/questions.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import he from './he.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import no from './no.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import sv from './sv.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

/** Lines of words with spaces between them. */
type Lines = readonly string[];

/** The words that ask. */
export interface AskingWords {
  /** Words or runs of words that ask for a count or a measure; the answer has those with a plus sign ("wie +alt": "48 Jahre alt"). */
  readonly count: readonly string[];
  /** That ask for a time. */
  readonly when: readonly string[];
  /** That ask for a reason; and the words that give one, without which no sentence is taken for a reason. */
  readonly why: readonly string[];
  readonly because: Lines;
  readonly other: Lines;
  /** That only carry the question ("is called", "is situated") and are in no answer as such. */
  readonly frame: Lines;
}

/**
 * What furniture says, as regular expressions over small letters. Labels are what is before a colon or alone in its line; openings begin a line of up
 * to some 40 words.
 */
export interface FurnitureWords {
  /** Begin a label, or a line that sends its reader elsewhere ("Read more about the levy"). */
  readonly linkOpenings?: readonly string[];
  /** Nearly always before a colon, a bar or an arrow, or alone. */
  readonly linkLabels?: readonly string[];
  /** Before a colon (a date or brackets may be between), never as a word of prose there. */
  readonly correctionLabels?: readonly string[];
  readonly correctionOpenings?: readonly string[];
  /** Before a colon: what is seen, and whose work it is. */
  readonly captionLabels?: readonly string[];
  /** Captions and credits only before a few words: elsewhere they head an entry ("Maps: …"). */
  readonly sourceLabels?: readonly string[];
  /** Begin a line that asks for something, forbids something, or says who owns the page. */
  readonly noticeOpenings?: readonly string[];
  /** Alone in a line. */
  readonly noticeLines?: readonly string[];
  readonly shareWords?: Lines;
  /** Between share words. */
  readonly shareFillers?: Lines;
  readonly bylineOpenings?: readonly string[];
  readonly creditOpenings?: readonly string[];
  readonly roles?: readonly string[];
  readonly timeWords?: Lines;
  /** Tell that a line of them is a time and no number. */
  readonly timeSigns?: Lines;
}

/** What the bot knows of a language's words, each list for one purpose; what it knows none of is left out. */
export interface Lexicon {
  /**
   * Abbreviations inside sentences, lower case, without their last full stop: forms of address, units, "for example". Those that end a sentence
   * about as often (Russian "г." for a year aside) are left out. After CLDR's segment suppressions, with the commonest of newspapers added.
   */
  readonly abbreviations?: Lines;
  /** Words that say little by themselves, beside Snowball's list if there is one; and those of that list that do say something. */
  readonly smallWords?: Lines;
  readonly notSmall?: Lines;
  /** Folded words that negate; in a language without spaces what is in a negated sentence. */
  readonly negations?: Lines;
  /** What words that negate end in, if it is written together with them. */
  readonly negatingEnds?: Lines;
  readonly asking?: AskingWords;
  /** Runs of words that ask for a person, a place, and what `asking` does not tell. */
  readonly askedFor?: Readonly<
    Partial<Record<'who' | 'where' | 'when' | 'why' | 'count' | 'open', readonly string[]>>
  >;
  /** What is said around a question and asks for nothing ("can you tell me"), and the word for "year" beside its number: regular expressions, in which a space is any white space or comma. */
  readonly aroundQuestions?: readonly string[];
  /** Words that begin questions and seldom anything else; those that often begin statements too (French “que”, Portuguese “como”) are left out. */
  readonly openings?: Lines;
  /** Runs of words, with bars between them, that are said to be polite and ask for nothing; and words that are beside them. */
  readonly smallTalk?: Lines;
  readonly besideSmallTalk?: Lines;
  /** What is asked of a message that is replied to, without a word of its own ("is this true", "source"): regular expressions over small letters without accents. */
  readonly pointing?: readonly string[];
  /** What may go before such a question ("and", "so"), and what behind it ("please"). */
  readonly joining?: Lines;
  readonly please?: readonly string[];
  readonly furniture?: FurnitureWords;
  /** What tells when something is or was beside months, days of the week and figures: regular expressions over folded text. */
  readonly times?: readonly string[];
  /** Verbs that tell who says what is before them, in the form in which dialogue has them. */
  readonly inquits?: Lines;
}

const LEXICONS: Readonly<Record<string, Lexicon>> = {
  ar,
  cs,
  da,
  de,
  en: { ...questions, furniture },
  es,
  fr,
  he,
  it,
  ja,
  nl,
  no,
  pl,
  pt,
  ru,
  sv,
  uk,
  zh,
};

const NOTHING: Lexicon = {};

/** What is known of the words of a language, by its code. */
export function lexiconOf(code: string): Lexicon {
  return Object.hasOwn(LEXICONS, code) ? (LEXICONS[code] ?? NOTHING) : NOTHING;
}

/** What is known of the words of every language, for texts whose language nobody knows. */
export function everyLexicon(): readonly Lexicon[] {
  return Object.values(LEXICONS);
}

/** The words of a list, in order. */
export function split(lines: Lines | undefined): string[] {
  return lines?.flatMap((line) => line.split(' ')) ?? [];
}
