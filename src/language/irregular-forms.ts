/**
 * Forms that no stemmer brings to their word, each after its word: those of WordNet's exception lists (verb.exc, noun.exc,
 * adj.exc) that are common, less those that are more often another word ("found", "wound", "ground", "lay", "bore").
 */
const IRREGULAR_FORMS =
  'alumnus alumni,analysis analyses,arise arisen arose,bad worse worst,bear borne born,beat beaten,become became,begin began begun,bend bent,' +
  'bite bitten,blow blew blown,break broke broken,breed bred,bring brought,build built,burn burnt,buy bought,catch caught,child children,' +
  'choose chose chosen,come came,crisis crises,criterion criteria,deal dealt,dig dug,draw drawn drew,drink drank drunk,drive driven drove,' +
  'eat ate eaten,fall fallen fell,feed fed,feel felt,fight fought,flee fled,fly flew flown,foot feet,forbid forbidden forbade,' +
  'forget forgot forgotten,forgive forgiven forgave,freeze froze frozen,give gave given,go gone went goes,good best better,goose geese,' +
  'grow grew grown,half halves,hang hung,hear heard,hide hidden hid,hold held,housewife housewives,index indices,keep kept,knife knives,' +
  'know knew known,lead led,leaf leaves,leap leapt,learn learnt,leave left,lend lent,life lives,light lit,lose lost,make made,man men,' +
  'mean meant,meet met,mistake mistaken mistook,mouse mice,overcome overcame,oversee oversaw overseen,overtake overtaken overtook,' +
  'overthrow overthrew overthrown,pay paid,penny pence,person people persons,phenomenon phenomena,prove proven,rebuild rebuilt,repay repaid,' +
  'ride ridden rode,ring rang rung,rise risen rose,run ran,say said,see saw seen,seek sought,sell sold,send sent,shake shaken shook,' +
  'shelf shelves,shoot shot,show shown,shrink shrank shrunk,sing sang sung,sink sank sunk,sit sat,sleep slept,slide slid,speak spoke spoken,' +
  'speed sped,spend spent,spin spun,spring sprang sprung,stand stood,steal stole stolen,stick stuck,strike struck stricken,swear swore sworn,' +
  'sweep swept,swell swollen,swim swam swum,swing swung,take taken took,teach taught,tear tore torn,tell told,thief thieves,think thought,' +
  'throw threw thrown,tooth teeth,undergo undergone underwent,understand understood,undertake undertaken undertook,uphold upheld,wake woke woken,' +
  'wear wore worn,wife wives,win won,withdraw withdrawn withdrew,withhold withheld,wolf wolves,woman women,write written wrote';

const WORDS: ReadonlyMap<string, string> = new Map(
  IRREGULAR_FORMS.split(',').flatMap((line) => {
    const [word = '', ...forms] = line.split(' ');
    return forms.map((form): [string, string] => [form, word]);
  }),
);

/**
 * The word of which a normalised word is an irregular form ("bought": "buy"); the word itself for any other.
 *
 * Gets wrong: forms that are also words of their own ("the left", "a rose", "leaves" of a tree and of a person).
 */
export function regularForm(norm: string): string {
  return WORDS.get(norm) ?? norm;
}
