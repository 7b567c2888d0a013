import { isWithoutSpaces, primaryLanguage } from '../article/language-tag.js';

/**
 * What is said around a question and asks for nothing ("can you tell me", "hello", "exactly"), by language, as regular expressions: a space stands
 * for any white space or comma. With them the word for "year" beside its number.
 */
const FRAMES: Readonly<Record<string, readonly string[]>> = {
  en: [
    '(?:can|could|would|will) (?:you|any(?:one|body)|some(?:one|body))(?: please)? (?:tell|show|explain to|remind)(?: me| us)?',
    '(?:do|does) (?:you|any(?:one|body)|some(?:one|body))(?: here)? (?:know|remember)',
    '(?:tell|remind|show) (?:me|us)',
    "i(?: would|['’]d)? (?:like|want|wanted|need) to (?:know|ask|find out)",
    "i(?: was| am|['’]m)? wonder(?:ing)?",
    '(?:hi|hello|hey)(?: all| every(?:one|body)| there| folks)?',
    'please|pls|plz|thanks|thank you|thx|sorry|excuse me|good (?:morning|evening|afternoon)',
    'in total|altogether|exactly|actually|really|by any chance|anyway',
    'year (?=\\d{4})',
  ],
  de: [
    '(?:kannst|k(?:ö|oe|o)nn(?:en|test|tet|ten|t)) (?:du|sie|ihr)(?: mir| uns)?(?: bitte| mal)* (?:sagen|verraten|erklären)',
    '(?:sagt?|sagen sie|verrate?t?)(?: mir| uns)(?: bitte| mal)*',
    '(?:wei(?:ß|ss)|wei(?:ß|ss)t|wisst|wissen) (?:jemand|einer|du|ihr|sie)',
    'ich (?:m(?:ö|oe|o)chte|will|wollte|w(?:ü|ue|u)rde)(?: gern| gerne| mal)* wissen',
    'ich frage mich|bitte|danke|hallo|hi|moin|servus|guten (?:tag|morgen|abend)|entschuldigung',
    'insgesamt|genau|eigentlich|wirklich|überhaupt',
    'jahre? (?=\\d{4})',
  ],
  ru: [
    '(?:не )?(?:подскажите|подскажете|подскажи|подскажешь|скажите|скажи|расскажите|объясните|напомните)(?: мне| нам)?',
    '(?:не )?(?:можете|можешь|могли бы)(?: вы| ты)?(?: мне| нам)? (?:сказать|подсказать|объяснить)',
    'кто(?:-| )(?:нибудь|то) знает|(?:вы )?не знаете(?: ли)?(?: вы)?',
    '(?:я )?(?:хочу|хотел бы|хотела бы|хотелось бы) (?:узнать|знать)',
    'пожалуйста|спасибо|здравствуйте|привет|добрый (?:день|вечер)|доброе утро|извините|простите|интересно',
    'явля(?:ется|ются|лся|лась)',
    'точно|именно|вообще|в общей сложности',
    '(?<=\\d{4} )(?:году|года|год|г)',
  ],
  uk: [
    '(?:підкажіть|скажіть|скажи|розкажіть|поясніть)(?: мені| нам)?|(?:чи )?(?:хтось|хто-небудь) знає',
    '(?:я )?(?:хочу|хотів би|хотіла би) (?:знати|дізнатися)|будь ласка|дякую|привіт|добрий день|вибачте',
    '(?<=\\d{4} )(?:році|року|рік)',
  ],
  ar: [
    '(?:هل )?(?:يمكنك|يمكنكم|تستطيع|بإمكانك)(?: أن| ان)? (?:تخبرني|تخبرنا|تخبروني|إخباري|اخباري|تقول لي)',
    'هل (?:تعرف|تعرفون|تعلم|يعرف أحد|يعرف احد|يعلم أحد)|[أا]خبرني|[أا]خبرنا|قل لي',
    '(?:[أا]ريد|[أا]ود|ممكن)(?: [أا]ن)? [أا]عرف',
    'من فضلكم?|لو سمحتم?|رجاء[ًا]?|شكرا[ً]?|مرحبا[ً]?|[أا]هلا[ً]?|السلام عليكم',
    'بالضبط|تحديدا|فعلا|إجمالا',
    '(?:عام|سنة) (?=\\p{Nd}{4})',
  ],
  he: [
    '(?:אפשר|ניתן)(?: בבקשה)? (?:לדעת|לשאול|להגיד לי)',
    '(?:תוכלו|תוכל|תוכלי|אתם יכולים|אתה יכול|את יכולה)(?: בבקשה)? (?:להגיד|לומר|לספר|להסביר)(?: לי| לנו)?',
    '(?:תגידו|תגיד|תגידי|ספרו|ספר) (?:לי|לנו)|(?:האם )?מישהו יודע|(?:אני )?(?:רוצה|רציתי|אשמח) לדעת',
    'בבקשה|תודה|שלום|היי|סליחה|בוקר טוב|ערב טוב',
    'בדיוק|בעצם|בסך הכל|באמת',
    'ב?שנת (?=\\d{4})',
  ],
  es: [
    '(?:me |nos )?(?:puedes?|pueden|podr[ií]as?|podr[ií]an)(?: alguien)? (?:decir|decirme|decirnos|explicar|explicarme)',
    'd[ií]ganme|dime|d[ií]game|decidme|alguien sabe|sabe alguien|saben|sab[eé]is',
    '(?:quiero|quisiera|querr[ií]a|me gustar[ií]a) saber',
    'por favor|porfa|gracias|hola|buen[oa]s (?:d[ií]as|tardes|noches)|perd[oó]n|disculp(?:a|e|en)',
    'en total|exactamente|realmente',
    'año (?=\\d{4})',
  ],
  fr: [
    '(?:pouvez|pourriez)(?:-| )vous(?: me| nous)? (?:dire|expliquer|indiquer)|(?:peux|pourrais)(?:-| )tu(?: me| nous)? (?:dire|expliquer)',
    "dites?(?:-| )(?:moi|nous)|dis(?:-| )moi|(?:est-ce que )?quelqu['’]un sait|savez(?:-| )vous|sais(?:-| )tu",
    'je (?:voudrais|veux|souhaite|souhaiterais|aimerais) savoir',
    "s['’]il (?:vous|te) pla[iî]t|svp|stp|merci|bonjour|bonsoir|salut|excusez(?:-| )moi|pardon",
    '-(?:t-)?(?:ils?|elles?|on|ce)',
    'au total|exactement|vraiment',
    'année (?=\\d{4})',
  ],
  pt: [
    '(?:pode|podes|podem|poderiam?)(?: algu[eé]m)?(?: me| nos)? (?:dizer|dizer-me|explicar|informar)',
    'digam?(?:-me)?|diz-me|algu[eé]m sabe|voc[eê]s? sabem?|(?:gostaria de|queria|quero) saber',
    'por favor|obrigad[oa]|ol[aá]|oi|bom dia|boa (?:tarde|noite)|desculp(?:a|e|em)',
    'no total|exatamente|realmente',
    'ano (?:de )?(?=\\d{4})',
  ],
  it: [
    '(?:mi|ci) (?:puoi|può|potete|potresti|potreste|potrebbe|sai|sapete) (?:dire|spiegare)',
    '(?:puoi|può|potete|potresti|potreste|potrebbe|sai|sapete) (?:dirmi|dirci|spiegarmi)|qualcuno sa|ditemi|dimmi',
    '(?:vorrei|volevo|voglio) sapere',
    'per (?:favore|piacere|cortesia)|grazie|ciao|buongiorno|buonasera|salve|scusate?|scusi',
    'in totale|esattamente|davvero',
    'anno (?=\\d{4})',
  ],
  nl: [
    '(?:kun|kunt|kan|kunnen) (?:je|u|jullie|iemand)(?: me| mij| ons)? (?:vertellen|zeggen|uitleggen)',
    'weet iemand|weten jullie|ik (?:wil|wilde|zou)(?: graag)?(?: willen)? weten',
    'alsjeblieft|alstublieft|aub|bedankt|dank je|hallo|hoi|goede(?:morgen|middag|navond)|sorry',
  ],
  pl: [
    'prosz[eę](?: mi| nam)?(?: powiedzie[ćc])?|(?:czy )?kto[śs] wie|(?:czy )?mo(?:ż|z)e(?:sz|cie) (?:mi |nam )?powiedzie[ćc]',
    '(?:chc[ęe]|chcia[łl](?:by|aby)m) (?:wiedzie[ćc]|si[ęe] dowiedzie[ćc])',
    'dzi[ęe]kuj[ęe]|dzi[ęe]ki|cze[śs][ćc]|witam|dzie[ńn] dobry|przepraszam',
    'dokładnie|właściwie|naprawdę|w sumie',
    '(?<=\\d{4} )(?:roku|rok|r)',
  ],
  sv: ['kan (?:du|ni|någon) (?:säga|berätta)(?: för mig)?|vet någon|jag undrar|snälla|tack|hej|ursäkta'],
  da: [
    'kan (?:du|I|nogen) (?:sige|fortælle)(?: mig)?|er der nogen der ved|jeg vil gerne vide|tak|hej|undskyld',
  ],
  no: ['kan (?:du|dere|noen) (?:si|fortelle)(?: meg)?|vet noen|jeg lurer på|vær så snill|takk|hei|unnskyld'],
  zh: [
    '(?:你|您|谁|有人)?(?:能不能|可不可以|能|可以)?(?:请)?告诉我们?|请问|有人知道|有谁知道|(?:你|您)知道|知道吗',
    '我?想(?:知道|问一下|问)|谢谢|你好|您好|大家好|麻烦|不好意思|打扰一下|关于|到底|究竟|一共|总共|(?<=\\d)年',
  ],
  ja: [
    'すみません(?:が)?|お願い(?:します|いたします)?|(?:を)?教えて(?:ください|下さい|くれませんか|くれますか|もらえますか|もらえませんか|いただけますか|いただけませんか|ほしいです)?',
    '(?:お聞き|聞き)したい(?:です|のですが)?|(?:を)?知りたい(?:です|のですが)?|ご存[じ知](?:です|でしょう)か|知って(?:い)?ますか|どなたか|[分わ]かりますか',
    'いったい|一体|正確に|ありがとう(?:ございます)?|こんにちは|こんばんは|おはよう(?:ございます)?|(?<=\\d)年',
  ],
};

const SAME_AS: Readonly<Record<string, string>> = { yue: 'zh', nb: 'no', nn: 'no', lb: 'de', gsw: 'de' };

const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';

const known = new Map<string, RegExp | null>();

/**
 * A question without what is said around it; as it is in a language that is not listed. Gets wrong: a greeting that is asked about
 * ("What does moin mean?").
 */
export function withoutFrame(question: string, language: string): string {
  const primary = primaryLanguage(language);
  let pattern = known.get(primary);
  if (pattern === undefined) {
    pattern = compile(FRAMES[SAME_AS[primary] ?? primary], primary);
    known.set(primary, pattern);
  }
  return pattern === null ? question : question.replace(pattern, ' ');
}

function compile(frames: readonly string[] | undefined, language: string): RegExp | null {
  if (frames === undefined) return null;
  if (isWithoutSpaces(language)) return new RegExp(frames.join('|'), 'giu');
  const bounded = frames.map((frame) => (frame.startsWith('-') ? frame : `${NO_LETTER_BEFORE}(?:${frame})`));
  const all = bounded.join('|').replaceAll(' ', '[\\s,،]+');
  return new RegExp(`(?:${all})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}
