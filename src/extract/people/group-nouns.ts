const GROUP_NOUNS = new Set(
  (
    'group organisation organization company agency party outlet newspaper magazine website site firm bank union charity club ' +
    'team militia movement network broadcaster station university college hospital school city town village capital province ' +
    'state country nation region island river district neighbourhood neighborhood suburb county band maker giant retailer ' +
    'airline think-tank watchdog regulator body institute institution coalition alliance platform service app startup lake ' +
    'mountain port resort daily weekly tabloid publisher manufacturer developer carrier chain supplier lender insurer museum'
  ).split(' '),
);

/** Whether a noun, compared form, means an organisation or a place: "company", "town". */
export function isGroupNoun(word: string): boolean {
  return GROUP_NOUNS.has(word);
}
