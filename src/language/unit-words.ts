/**
 * Shortened words that are behind a number ("9am", "12 ft", "$3.5m"), each with the words that it may be short for; the first is what it
 * is compared by. What is no word elsewhere ("am", "m") is one there.
 */
const SHORTENED: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'am a.m. am=am.|pm p.m.=pm|m mn mln=million meter|bn=billion|tn trn=trillion|k=thousand|ft feet=foot|in ins=inch|yd yds=yard|' +
    'mi=mile|km kms=kilometer|cm=centimeter|mm=millimeter|kg kgs=kilogram|g=gram|lb lbs=pound|oz=ounce|l=liter|' +
    'hr hrs=hour|min mins=minute|sec secs=second|yr yrs=year'
  )
    .split('|')
    .flatMap((line) => {
      const [short = '', full = ''] = line.split('=');
      return short.split(' ').map((word): [string, readonly string[]] => [word, full.split(' ')]);
    }),
);

/** The words that a shortened one behind a number may mean, likeliest first; none for any other word. */
export function unitWords(norm: string): readonly string[] {
  return SHORTENED.get(norm) ?? [];
}
