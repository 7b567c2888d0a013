/** UTF-16 code units that such a message may have: as many as a question to /ask. */
const LONGEST = 500;

/** A question mark of any script at the end, with closing marks, other end marks or an emoticon's bracket after it; or Spanish's at the beginning. */
const MARKED = /[?؟;՞፧⁇⁈⁉？︖﹖꘏꛷𑅃]["'”’»“)\]!.…\s]*$|^\s*["“«]?¿/u;

/** What a command of another bot begins with. */
const COMMAND = /^[!./$%&+\-=~^>;:?,|\\][\p{L}\p{N}]/u;

/**
 * Words that begin questions and seldom anything else, in the languages of the catalogues; those that often begin
 * statements too (French “que”, Portuguese “como”, Arabic “ما”) are left out.
 */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [
    'who whom whose what which why how where when',
    'wer wen wem wessen was welche welcher welches welchen welchem wann wo wohin woher warum weshalb wieso wie',
    'quién quiénes qué cuál cuáles cuándo dónde cómo cuánto cuánta cuántos cuántas',
    'quel quelle quels quelles pourquoi comment combien où est-ce',
    'quem qual quais onde quanto quanta quantos quantas',
    'кто какой какая какое какие когда где куда откуда почему зачем сколько чей чья чьё чьи',
    'מי מה מתי איפה היכן למה מדוע איך כיצד כמה איזה איזו',
    'ماذا متى أين لماذا كيف كم هل',
  ].flatMap((words) => words.split(' ')),
);

const FIRST_WORD = /^["“«„'‘¿]*(\p{L}[\p{L}\p{M}'’-]*)/u;

/**
 * Whether a message reads as a question that is put to everybody: up to 500 characters, no command of a bot, and it ends in a question mark or
 * begins with a question word. It takes "When I was young, the pier stood." for one, and misses "anyone know the price".
 */
export function isOpenQuestion(text: string): boolean {
  const message = text.trim();
  if (message === '' || message.length > LONGEST || COMMAND.test(message)) return false;
  if (MARKED.test(message)) return true;
  if (message.endsWith('!')) return false;
  const first = FIRST_WORD.exec(message)?.[1]
    ?.toLowerCase()
    .replace(/['’]s$/u, '');
  return first !== undefined && BEGINNINGS.has(first);
}
