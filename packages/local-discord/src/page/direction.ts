const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;

/** Code units of a text whose letters are counted: a headline, a date line and some paragraphs. */
const LOOKED_AT = 2_000;

/** The direction of most of a text's letters: the first one, by which a browser goes, may belong to a name in other letters. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const head = text.slice(0, LOOKED_AT);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  const turned = head.match(RIGHT_TO_LEFT)?.length ?? 0;
  return turned > letters / 2 ? 'rtl' : 'ltr';
}
