import type { Annotation } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';
import { isAddress, isOpening } from './name-opening.js';
import { isCapitalised, type NameSpan, nameAt } from './name-span.js';

const GROUP_ENDS = new Set(wordsOf('names', 'groupEnds'));

/** "Falk Foundation", "Sund District Court", "Pilots' Guild": capitals side by side of which the last is what bodies are called. */
export function findGroups({ tokens, article, sentenceTokens }: Annotation): NameSpan[] {
  return sentenceTokens.flatMap(({ first, end }) => {
    const found: NameSpan[] = [];
    for (let at = first + 1; at < end; at += 1) {
      const token = tokens[at];
      if (token === undefined || !isCapitalised(article.text, token)) continue;
      const isFamily = FAMILY_FIRM.has(token.norm) && tokens[at - 1]?.norm === '&';
      if (!GROUP_ENDS.has(token.norm) && !isFamily) continue;
      if (isAddressed({ tokens, article, sentenceTokens }, at, first)) continue;
      let from = at;
      while (from > first && isNamePart(tokens[from - 1], tokens[from - 2], article.text)) from -= 1;
      while (from < at && !isOpening(tokens[from], article.text)) from += 1;
      const opening = article.text.slice(tokens[from]?.start, tokens[from]?.end);
      // In a headline in capitals nothing tells a name.
      if (from < at && /\p{Ll}/u.test(opening))
        found.push(nameAt({ tokens, article, sentenceTokens }, 'organisation', { first: from, end: at + 1 }));
    }
    return found;
  });
}

/** "Marsh & Sons". */
const FAMILY_FIRM = new Set('sons daughters brothers sisters bros co partners associates'.split(' '));

/** Whether a word that bodies are called by is somebody's last name here: one word with a capital before it, and "Mr Court" in the article. */
function isAddressed({ tokens, article }: Annotation, at: number, first: number): boolean {
  const isTwo =
    isOpening(tokens[at - 1], article.text) && !(at - 2 >= first && isOpening(tokens[at - 2], article.text));
  const norm = tokens[at]?.norm ?? '';
  return (
    isTwo &&
    tokens.some(
      (token, i) =>
        token.norm === norm && i !== at && isCapitalised(article.text, token) && isAddress(tokens, i - 1),
    )
  );
}

/** Those whose a body is by its name: "the People’s Army", "the Women’s Institute". */
const PEOPLES = /^(?:people|women|men|children|nation|mother|officer|player|farmer|driver|teacher)$/u;

/** A capital, or what joins two: "&", and the mark of an owner in capitals. */
function isNamePart(token: Token | undefined, before: Token | undefined, text: string): boolean {
  if (token === undefined) return false;
  if (token.norm === '&' || token.norm === "'" || (token.norm === "'s" && PEOPLES.test(before?.norm ?? '')))
    return before !== undefined && isCapitalised(text, before);
  return isOpening(token, text);
}
