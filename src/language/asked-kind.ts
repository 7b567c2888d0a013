import type { Token } from './token.js';

/** What a question asks for. `keywords`: no question at all ("trump blair board"). */
export type AskedKind =
  | 'person'
  | 'group'
  | 'place'
  | 'date'
  | 'duration'
  | 'number'
  | 'amount'
  | 'percent'
  | 'age'
  | 'measure'
  | 'frequency'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'statement'
  | 'yes-no'
  | 'thing'
  | 'keywords';

const KIND_OF_NOUN: ReadonlyMap<string, AskedKind> = new Map(
  (
    [
      [
        'person',
        'person man woman people leader president minister author writer actor actress singer director king queen official player coach founder member scientist artist scholar general politician spokesman spokeswoman spokesperson speaker mother father brother sister son daughter wife husband',
      ],
      [
        'group',
        'company organization organisation team band group party agency newspaper outlet publication magazine university school institution club network nationality religion tribe ministry',
      ],
      [
        'place',
        'city country state place town location area region continent county province river island capital street village district site building',
      ],
      ['date', 'year date day month decade century time season era period weekday'],
      ['number', 'number population score size rate temperature'],
      ['percent', 'percentage percent proportion share'],
      ['age', 'age'],
      ['measure', 'height width depth weight distance speed'],
      ['frequency', 'frequency'],
      ['amount', 'amount price cost sum salary budget fee'],
      ['duration', 'length duration'],
      ['reason', 'reason cause purpose motive'],
      ['manner', 'method manner way process'],
    ] as const
  ).flatMap(([kind, nouns]) => nouns.split(' ').map((noun): [string, AskedKind] => [noun, kind])),
);

const AUXILIARIES = new Set(
  "is are was were am do does did has have had can could will would should may might must isn't aren't wasn't weren't".split(
    ' ',
  ),
);
const COPULAS = new Set("is are was were isn't aren't wasn't weren't".split(' '));
const SAYING = new Set(
  'say said says tell told think thought claim claimed believe believed argue argued state stated describe described call called warn warned insist insisted accuse accused promise promised respond reply react report reported announce announced reveal revealed disclose disclosed confirm confirmed deny denied admit admitted suggest suggested'.split(
    ' ',
  ),
);
const CAUSING = new Set('caused causes led prompted triggered sparked'.split(' '));
const MEASURED = new Set('far tall high deep fast wide heavy close'.split(' '));
const WH = new Set(['who', 'whom', 'whose', 'what', 'which', 'when', 'where', 'why', 'how']);

/** Whether a normalised word asks ("who", "how"). */
export function isQuestionWord(norm: string): boolean {
  return WH.has(norm);
}

/** Whether a normalised word may open a question that is answered by yes or no. */
export function isAuxiliary(norm: string): boolean {
  return AUXILIARIES.has(norm);
}

/** Whether a normalised word is a form of "be" that may link a question word to its noun ("What is the price?"). */
export function isCopula(norm: string): boolean {
  return COPULAS.has(norm);
}

/** Whether a normalised word is a verb of telling or thinking. */
export function isTelling(norm: string): boolean {
  return SAYING.has(norm);
}

/** Whether a normalised word is an auxiliary that is before the subject of another verb ("What did she say?"). */
export function isDoing(norm: string): boolean {
  return /^(?:do|does|did|has|have|had)$/u.test(norm);
}

/** Whether a normalised word is a verb whose object is the very words that were said. */
export function isSaying(norm: string): boolean {
  return /^(?:say|said|tell|told|claim|claimed|warn|warned|argue|argued|write|written|announce|announced|reply|replied)$/u.test(
    norm,
  );
}

/** Whether a question of this kind, begun by "how", has next to it the degree asked for ("how old"); "which age" has not. */
export function isDegree(kind: AskedKind, norm: string | undefined): boolean {
  return (
    norm === 'how' && (kind === 'age' || kind === 'frequency' || kind === 'duration' || kind === 'measure')
  );
}

/**
 * What a question asks for, from the place of its question word and of its focus noun (-1 if it has none).
 *
 * Gets wrong: nouns that it has no kind for are things ("Which airport?"), and a noun has one kind only ("What state was it in?").
 */
export function findKind(tokens: readonly Token[], wh: number, focus: number): AskedKind {
  const norm = tokens[wh]?.norm;
  const next = tokens[wh + 1]?.norm ?? '';
  if (norm === undefined) {
    if (AUXILIARIES.has(tokens[0]?.norm ?? '')) return 'yes-no';
    return 'keywords';
  }
  if (wh > 0 && AUXILIARIES.has(tokens[0]?.norm ?? '')) return 'yes-no';
  if (norm === 'who' || norm === 'whom' || norm === 'whose')
    return isDefinition(tokens, wh) ? 'definition' : 'person';
  if (norm === 'where') return 'place';
  if (norm === 'when') return 'date';
  if (norm === 'why') return 'reason';
  if (norm === 'how') return kindOfHow(next);
  if (norm === 'what' && tokens[wh - 1]?.norm === 'of' && tokens[wh - 2]?.norm === 'because') return 'reason';
  if (norm === 'what' && CAUSING.has(next)) return 'reason';
  const known = kindOfNoun(tokens[focus]);
  const isNumber = tokens[focus]?.norm !== 'number' && /^numbers?$/u.test(introducing(tokens, focus));
  if (isNumber) return 'number';
  if (known !== undefined) return known;
  if (/^names?$/u.test(introducing(tokens, focus))) return 'group';
  if (tokens.some((token) => token.pos === 'VERB' && SAYING.has(token.norm))) return 'statement';
  return isDefinition(tokens, wh) ? 'definition' : 'thing';
}

/** The noun before "of" that introduces the focus noun, or ''. */
function introducing(tokens: readonly Token[], focus: number): string {
  const of = tokens.findLastIndex((token, i) => i < focus && token.norm === 'of');
  return focus === -1 || of === -1 ? '' : (tokens[of - 1]?.norm ?? '');
}

function kindOfNoun(noun: Token | undefined): AskedKind | undefined {
  if (noun === undefined) return undefined;
  const { norm } = noun;
  return (
    KIND_OF_NOUN.get(norm) ??
    KIND_OF_NOUN.get(norm.replace(/s$/u, '')) ??
    KIND_OF_NOUN.get(norm.replace(/ies$/u, 'y')) ??
    KIND_OF_NOUN.get(norm.replace(/men$/u, 'man'))
  );
}

function kindOfHow(next: string): AskedKind {
  if (next === 'old') return 'age';
  if (next === 'often' || next === 'frequently') return 'frequency';
  if (MEASURED.has(next)) return 'measure';
  if (next === 'many' || next === 'big' || next === 'large') return 'number';
  if (next === 'much') return 'amount';
  if (next === 'long') return 'duration';
  return 'manner';
}

/** "Who is Tony Blair?", "What is the Board of Peace?": a form of "be", then a noun phrase and nothing more; not "Who is she married to?". */
function isDefinition(tokens: readonly Token[], wh: number): boolean {
  if (!/^(?:is|are|was|were|'s)$/u.test(tokens[wh + 1]?.norm ?? '')) return false;
  const rest = tokens.slice(wh + 2);
  return (
    rest.length > 0 &&
    rest.findLast(({ isWord }) => isWord)?.pos !== 'ADP' &&
    !rest.some((token) => token.pos === 'VERB' || token.pos === 'AUX' || token.norm === 'by')
  );
}
