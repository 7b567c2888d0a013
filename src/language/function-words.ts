import { stopwords as danish } from '@orama/stopwords/danish';
import { stopwords as dutch } from '@orama/stopwords/dutch';
import { stopwords as finnish } from '@orama/stopwords/finnish';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as greek } from '@orama/stopwords/greek';
import { stopwords as italian } from '@orama/stopwords/italian';
import { stopwords as norwegian } from '@orama/stopwords/norwegian';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { stopwords as russian } from '@orama/stopwords/russian';
import { stopwords as swedish } from '@orama/stopwords/swedish';
import { primaryLanguage } from '../article/language-tag.js';
import { foldWord } from './fold-word.js';

const split = (words: string): string[] => words.split(' ');

/**
 * Words that say little by themselves. The library's lists are Snowball's, but for some languages they hold words of
 * content ("trabajo", "زيارة", the Arabic months): a question that turns on one would seem to be answered. Those are written here.
 */
const LISTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['da', danish],
  [
    'de',
    [
      ...german,
      ...split(
        'worden wurde wurden war sei seien wäre gewesen daß dass nachdem bevor seit bis am beim aufs ins sowie etwa rund denn wohl mal',
      ),
    ],
  ],
  ['el', greek],
  ['fi', finnish],
  [
    'fr',
    [
      ...french,
      ...split(
        'plus comme si ni car donc ainsi alors après avant depuis pendant entre vers chez sous très tout tous toute toutes aussi encore lors dont fait',
      ),
    ],
  ],
  ['it', italian],
  ['nb', norwegian],
  ['nl', dutch],
  ['nn', norwegian],
  ['no', norwegian],
  [
    'pt',
    [
      ...portuguese,
      ...split('desde sobre até onde cerca então ainda assim cada todo toda todos todas ter ser foi ao aos'),
    ],
  ],
  // Three nouns and verbs in Snowball's list.
  [
    'ru',
    [
      ...russian.filter((word) => !/^(?:человек|жизнь|говорил|сказал|сказала|сказать|два|три)$/u.test(word)),
      ...split(
        'это эта эти та те были была было будет будут есть который которая которое которые которого которой которых также свой своего своей своих их его ее около после перед во со ко обо',
      ),
    ],
  ],
  ['sv', swedish],
  [
    'es',
    split(
      'a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellas aquellos aquí así aún aunque cada casi como con contra cual cuales de del desde donde durante e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta está están estaba estaban estar estas este esto estos estuvo fue fueron ha había habían han hasta hay he la las le les lo los más me mi mis mucho muy nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pues que quien quienes se sea ser será si sí sido sin sino sobre son su sus suya suyo también tan tanto te tenía tiene tienen toda todas todo todos tras tu tus u un una unas uno unos y ya yo',
    ),
  ],
  [
    'ar',
    split(
      'في من على إلى الى عن مع بين بعد قبل عند عندما منذ حتى خلال حول ضد تحت فوق أمام وراء هذا هذه ذلك تلك هؤلاء أولئك التي الذي الذين اللذان اللتان اللواتي هو هي هم هن أنا نحن أنت كان كانت كانوا يكون تكون ليس ليست أن إن أنه أنها إنه إنها ان انه انها قد لقد لا لم لن ما أو أم ثم كما لكن لأن إذا لو كل بعض أي غير كذلك أيضا أيضاً وقد وكان وكانت وهو وهي فيه فيها منه منها به بها له لها عليه عليها إليه إليها لدى أحد تم ف و ب ل ك',
    ),
  ],
  [
    'he',
    split(
      'של על את עם אל אם או גם כי לא אין יש זה זו זאת אלה אלו הוא היא הם הן אני אנחנו אתה את אתם היה היתה הייתה היו יהיה תהיה להיות אשר כל כלל בין לפני אחרי לאחר עד מן מתוך תוך כדי כמו אך אבל רק עוד כבר לו לה להם להן לי לנו בו בה בהם ממנו ממנה אותו אותה אותם אותן שלו שלה שלהם שלנו ידי אצל כן אז פי ליד מעל תחת דרך בגלל בשל ש ה ו ב ל מ כ',
    ),
  ],
  [
    'ja',
    split(
      'の に は を た が で て と し れ さ も する から な ない いる ある こと として い や など なっ この ため その あの どの また もの という よう まで られ なる へ か だ これ それ あれ ここ そこ によって により における について ます まし です でし ました ません でした ん う ば ず ね よ さん 氏 的 いう',
    ),
  ],
  [
    'zh',
    split(
      '的 地 得 了 着 过 和 与 及 跟 同 或 在 于 是 有 为 被 把 将 从 到 对 向 由 以 也 都 就 还 又 很 更 最 不 没 没有 这 那 这个 那个 其 他 她 它 他们 她们 我 我们 你 你们 之 而 并 但 但是 因为 所以 一个 个 吗 呢 吧 啊 会 能 可以',
    ),
  ],
  [
    'pl',
    split(
      'i w we z ze na do od o po za przy przez dla bez nad pod przed między u a ale lub albo oraz że żeby aby by nie tak się jest są był była było były będzie być został została zostało zostały ma mają miał miała ten ta to te ci tego tej tym tych on ona ono oni one jego jej ich go mu jak jako już jeszcze tylko też także gdy gdzie który która które którzy którego której których co kto niż czy według podczas około tam tu',
    ),
  ],
  [
    'uk',
    split(
      'і й та в у з із зі на до від о об по за при для без над під перед між через а але або чи що щоб не так є був була було були буде бути цей ця це ці той та ті того цього він вона воно вони його її їх їй йому як який яка яке які якого вже ще лише також коли де про після під час',
    ),
  ],
]);

/** Chinese in both scripts, dialects that share the standard's list, and near languages that share most of it. */
const SAME_AS: Readonly<Record<string, string>> = { yue: 'zh', gl: 'pt', lb: 'de', gsw: 'de', be: 'ru' };

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a folded word is one that search leaves out in this language; never where the language has no list. */
export function isFunctionWord(folded: string, language: string): boolean {
  const primary = primaryLanguage(language);
  let set = sets.get(primary);
  if (set === undefined) {
    const list = LISTS.get(SAME_AS[primary] ?? primary) ?? [];
    set = new Set(list.map((word) => foldWord(word, primary)));
    sets.set(primary, set);
  }
  return set.has(folded) || isElided(folded, primary);
}

/** "l'", "qu'", "dell'": what elision has left of a short word. */
function isElided(folded: string, primary: string): boolean {
  return folded.endsWith("'") && (primary === 'fr' || primary === 'it' || primary === 'ca');
}
