import type { Question } from './question.js';
import type { Token } from './token.js';

/** Nouns that end as a plural does and are none. */
const ONE = /(?:ss|us|is|news|series|species|politics|economics)$/u;

/**
 * Whether a question asks for several things: "Which towns …?", "What are the names …?", "Who are …?", "list the …".
 *
 * Gets wrong: plurals without an s ("Which people …?" it knows, "Which sheep …?" not).
 */
export function asksSeveral({ tokens, terms, kind }: Pick<Question, 'tokens' | 'terms' | 'kind'>): boolean {
  if (kind === 'number' || kind === 'amount' || kind === 'yes-no') return false;
  const words = tokens.filter(({ isWord }) => isWord);
  const [first, second] = words;
  if (/^(?:list|name)$/u.test(first?.norm ?? '') && words.length > 1) return true;
  if (first?.norm === 'who' && second?.norm === 'are') return true;
  const focus = terms.find(({ isFocus }) => isFocus);
  return focus !== undefined && isPlural(tokens[focus.token]);
}

function isPlural(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const { norm, pos } = token;
  if (/^(?:people|men|women|children)$/u.test(norm)) return true;
  return pos === 'NOUN' && norm.endsWith('s') && !ONE.test(norm);
}
