import { primaryLanguage } from '../article/language-tag.js';

/** The words that ask, by language. `frame` words only carry the question ("is called", "is situated") and stand in no answer as such. */
export interface AskingWords {
  /** Words or runs of words that ask for a count or a measure; the answer has those with a plus sign ("wie alt": "48 Jahre alt"). */
  readonly number: readonly string[];
  /** That ask for a time. */
  readonly date: readonly string[];
  /** That ask for a reason; and the words that give one, without which no sentence is taken for a reason. */
  readonly reason: readonly string[];
  readonly because: string;
  readonly other: string;
  readonly frame: string;
}

const BY_LANGUAGE: Readonly<Record<string, AskingWords>> = {
  de: {
    number: [
      'wie viele',
      'wie viel',
      'wieviele',
      'wieviel',
      'wie lang',
      'wie lange',
      'wie +alt',
      'wie +hoch',
      'wie +groß',
      'wie +weit',
      'wie +tief',
      'wie +schwer',
      'wie teuer',
    ],
    date: [
      'wann',
      'seit wann',
      'bis wann',
      'ab wann',
      'um wie viel uhr',
      'um wieviel uhr',
      'um welche uhrzeit',
      'in welchem jahr',
      'welches jahr',
      'an welchem tag',
      'in welchem monat',
    ],
    reason: ['warum', 'weshalb', 'wieso', 'wozu', 'aus welchem grund'],
    because: 'weil denn deshalb daher deswegen wegen aufgrund damit',
    other:
      'wer wen wem wessen was wo wohin woher wie welche welcher welches welchen welchem womit wofür wodurch worüber woran wovon',
    frame: 'heißt hieß heissen heißen nennt gibt gab liegt befindet bitte',
  },
  es: {
    number: ['cuántos', 'cuántas', 'cuánto', 'cuánta', 'qué +edad'],
    date: [
      'cuándo',
      'desde cuándo',
      'hasta cuándo',
      'en qué año',
      'qué año',
      'qué día',
      'en qué mes',
      'a qué hora',
      'qué hora',
      'en qué fecha',
    ],
    reason: ['por qué', 'para qué', 'por cuál motivo'],
    because: 'porque debido pues causa motivo razón',
    other: 'quién quiénes qué cuál cuáles dónde adónde cómo',
    frame: 'llama llamaba llaman queda encuentra',
  },
  fr: {
    number: ['combien', 'quel +âge'],
    date: [
      'quand',
      'depuis quand',
      'en quelle année',
      'quelle année',
      'quel jour',
      'à quelle date',
      'en quel mois',
      'à quelle heure',
      "jusqu'à quand",
      'dès quand',
    ],
    reason: ['pourquoi', 'pour quelle raison'],
    because: 'parce car puisque cause raison grâce afin',
    other: 'qui que quoi quel quelle quels quelles lequel laquelle où comment est-ce est',
    frame: 'appelle appelait nomme trouve situe situé située',
  },
  pt: {
    number: ['quantos', 'quantas', 'quanto', 'quanta', 'que +idade'],
    date: [
      'quando',
      'desde quando',
      'em que ano',
      'em qual ano',
      'que ano',
      'em que dia',
      'que dia',
      'em que mês',
      'a que horas',
      'que horas',
      'até quando',
      'em que data',
    ],
    reason: ['por que', 'por quê', 'porquê', 'para quê'],
    because: 'porque pois devido causa motivo razão',
    other: 'quem que quê qual quais onde aonde como',
    frame: 'chama chamava chamam fica situa encontra',
  },
  it: {
    number: ['quanti', 'quante', 'quanto', 'quanta'],
    date: [
      'quando',
      'da quando',
      'in che anno',
      'in quale anno',
      'che giorno',
      'in che mese',
      'in quale mese',
      'a che ora',
      'fino a quando',
    ],
    reason: ['perché', 'per quale motivo'],
    because: 'perché poiché siccome causa motivo grazie',
    other: 'chi che cosa quale quali dove come',
    frame: 'chiama chiamava trova',
  },
  nl: {
    number: ['hoeveel', 'hoe +oud', 'hoe lang', 'hoe +hoog'],
    date: [
      'wanneer',
      'sinds wanneer',
      'in welk jaar',
      'op welke dag',
      'in welke maand',
      'hoe laat',
      'tot wanneer',
      'vanaf wanneer',
    ],
    reason: ['waarom', 'waardoor'],
    because: 'omdat doordat want wegens vanwege daarom',
    other: 'wie wat welke welk waar hoe waarheen waarmee wiens',
    frame: 'heet heette ligt bevindt',
  },
  ru: {
    number: ['сколько'],
    date: [
      'когда',
      'с какого года',
      'в каком году',
      'в каком месяце',
      'какого числа',
      'в какой день',
      'во сколько',
      'в котором часу',
      'с каких пор',
      'до каких пор',
      'к какому сроку',
    ],
    reason: ['почему', 'зачем', 'по какой причине', 'отчего'],
    because: 'потому поэтому поскольку чтобы причина благодаря ввиду',
    other:
      'кто кого кому кем ком что чего чему чем чём где куда откуда как какой какая какое какие какого какую каком каким каких чей чья чьё чьи каков какова каково каковы ли',
    frame: 'зовут звали называется назывался находится называют',
  },
  he: {
    number: ['כמה', 'בכמה', 'לכמה'],
    date: ['מתי', 'ממתי', 'באיזו שנה', 'באיזה יום', 'באיזה תאריך', 'באיזה חודש', 'באיזו שעה', 'עד מתי'],
    reason: ['למה', 'מדוע'],
    because: 'כי בגלל משום מפני לכן כדי עקב מכיוון',
    other: 'מי מה למי ממי איפה היכן לאן מאין איך כיצד איזה איזו אילו האם',
    frame: 'שמו שמה נקרא נקראת נמצא נמצאת',
  },
  ar: {
    number: ['كم', 'بكم', 'كم عدد'],
    date: [
      'متى',
      'منذ متى',
      'في أي عام',
      'في أي سنة',
      'في أي يوم',
      'في أي شهر',
      'في أي ساعة',
      'حتى متى',
      'إلى متى',
    ],
    reason: ['لماذا', 'لم'],
    because: 'لأن لأنه لأنها بسبب لذلك إذ كي لكي نتيجة',
    other: 'من ماذا ما أين كيف هل أي أية لمن بماذا الذي',
    frame: 'اسم اسمه اسمها يقع تقع يسمى تسمى',
  },
  ja: {
    number: ['いくつ', 'いくら', '何人', '何本', '何冊', '何メートル', '何年間', 'どのくらい', '何'],
    date: ['いつ', '何年', '何月', '何日', '何曜日'],
    reason: ['なぜ', 'どうして'],
    because: 'ため ので 理由 おかげ',
    other: '誰 だれ 何 なに なん どこ どれ どう どちら どんな 何処',
    frame: '名前 ください 教え',
  },
  zh: {
    number: ['多少', '多少钱', '几', '多长', '多高', '多大', '多久'],
    date: ['什么时候', '何时', '哪一年', '哪年', '哪天', '几月', '几号'],
    reason: ['为什么', '为何'],
    because: '因为 由于 因此 所以 为了',
    other: '谁 什么 哪 哪里 哪儿 哪个 哪些 怎么 怎样 如何 何 何处 是否',
    frame: '叫 叫做 请 问 请问 位于 钱',
  },
  pl: {
    number: ['ile', 'ilu', 'jak +wysoki', 'jak +wysoka', 'jak długo'],
    date: [
      'kiedy',
      'od kiedy',
      'do kiedy',
      'w którym roku',
      'którego dnia',
      'w jakim miesiącu',
      'w którym miesiącu',
      'o której godzinie',
      'o której',
    ],
    reason: ['dlaczego', 'czemu', 'po co', 'z jakiego powodu'],
    because: 'bo ponieważ gdyż dlatego dlategoże powodu żeby aby wskutek',
    other:
      'kto kogo komu kim co czego czemu czym gdzie dokąd skąd jak jaki jaka jakie jacy który która które którzy czy czyj czyja czyje',
    frame: 'nazywa nazywał nazywała znajduje leży',
  },
  uk: {
    number: ['скільки', 'скількох'],
    date: [
      'коли',
      'якого року',
      'у якому році',
      'в якому році',
      'якого числа',
      'о котрій годині',
      'о котрій',
      'у якому місяці',
    ],
    reason: ['чому', 'навіщо', 'з якої причини'],
    because: 'бо тому оскільки через щоб причина завдяки',
    other: 'хто кого кому ким що чого чим де куди звідки як який яка яке які якого чий чия чи',
    frame: 'звати звуть називається знаходиться',
  },
  sv: {
    number: ['hur många', 'hur mycket', 'hur länge', 'hur +gammal', 'hur +lång', 'hur +hög', 'hur stor'],
    date: ['när', 'vilket år', 'vilken dag', 'sedan när', 'vilken månad', 'hur dags', 'vilken tid'],
    reason: ['varför'],
    because: 'eftersom därför grund ty',
    other: 'vem vems vad var vart varifrån hur vilken vilket vilka',
    frame: 'heter hette ligger finns',
  },
  da: {
    number: ['hvor mange', 'hvor meget', 'hvor længe', 'hvor +gammel', 'hvor +høj', 'hvor +lang'],
    date: ['hvornår', 'hvilket år', 'hvilken dag', 'hvilken måned', 'hvad tid'],
    reason: ['hvorfor'],
    because: 'fordi derfor grund eftersom',
    other: 'hvem hvis hvad hvor hvorfra hvordan hvilken hvilket hvilke',
    frame: 'hedder hed ligger findes',
  },
  no: {
    number: ['hvor mange', 'hvor mye', 'hvor lenge', 'hvor +gammel', 'hvor +høy', 'hvor +lang'],
    date: ['når', 'hvilket år', 'hvilken dag', 'hvilken måned', 'hvilken tid', 'hva tid'],
    reason: ['hvorfor'],
    because: 'fordi derfor grunn ettersom',
    other: 'hvem hva hvor hvorfra hvordan hvilken hvilket hvilke',
    frame: 'heter het ligger finnes',
  },
};

const SAME_AS: Readonly<Record<string, string>> = {
  yue: 'zh',
  gl: 'pt',
  lb: 'de',
  gsw: 'de',
  nb: 'no',
  nn: 'no',
};

/** The primary language whose words stand for those of a language (BCP 47) that lists have none of: its own where it needs no other. */
export function languageOfWords(language: string): string {
  const primary = primaryLanguage(language);
  return SAME_AS[primary] ?? primary;
}

/** The asking words of a language (BCP 47); undefined for one that is not listed. */
export function askingWordsOf(language: string): AskingWords | undefined {
  return BY_LANGUAGE[languageOfWords(language)];
}
