import { primaryLanguage } from '../article/language-tag.js';
import { foldWord } from './fold-word.js';

/**
 * What tells when something is or was beside months and figures of days, by language, as regular expressions over folded text: days
 * of the week, days and weeks counted from today, times of day.
 */
const TIME_WORDS: Readonly<Record<string, string>> = {
  de: 'heute|gestern|vorgestern|morgen|ubermorgen|mitternacht|mittags?|abends?|nachts?|morgens|vormittags?|nachmittags?|(?:nachste|kommende|letzte|vergangene|vorige|diese)[nrsm]? (?:woche|monats?|jahr(?:es)?|wochenende|sommer|winter|herbst|fruhjahr|nacht)|um \\d+|\\d+ uhr',
  es: 'hoy|ayer|anteayer|anoche|manana|mediodia|medianoche|(?:proxim|pasad|ultim|est)[oae] (?:semana|mes|ano|verano|invierno|fin)|(?:semana|mes|ano|verano|invierno) (?:que viene|pasad[oa]|proxim[oa]|siguiente)|a las? (?:\\d|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)',
  fr: "aujourd'hui|hier|demain|avant-hier|apres-demain|midi|minuit|ce (?:matin|soir|week-end)|cette (?:semaine|nuit|annee)|(?:semaine|mois|annee|an|ete|hiver|week-end) (?:prochaine?|derniere?|passee?|suivante?)|\\d+ ?h(?:eures?)?(?: ?\\d+)?",
  pt: '(?:segunda|terca|quarta|quinta|sexta)-feira|(?:n[ao]|d[ao]|ate|desde) (?:segunda|terca|quarta|quinta|sexta)|hoje|ontem|anteontem|amanha|meia-noite|meio-dia|(?:proxim|passad|ultim|n?est)[oae] (?:semana|mes|ano|verao|inverno)|(?:semana|mes|ano|verao|inverno) (?:que vem|passad[oa]|seguinte)|as \\d+|\\d+h\\d*',
  ru: '(?:понедельник|вторник|четверг)(?:а|у|ом)?|сред(?:а|у|ы|ой)|(?:пятниц|суббот)(?:а|у|ы|ей|ой)|воскресень(?:е|я|ем)|сегодня|вчера|позавчера|завтра|послезавтра|полночь|полдень|(?:прошлой|следующей|этой|будущей) неделе|(?:прошлом|следующем|этом|будущем|нынешнем) (?:году|месяце)|(?:прошлым|этим|будущим) (?:летом|осенью)|(?:прошлой|этой|будущей) (?:зимой|весной|осенью)|утром|вечером|ночью|в \\d+ час(?:а|ов)?|в \\d+:\\d+',
  he: '[בהולמש]{0,2}(?:יומ (?:ראשונ|שני|שלישי|רביעי|חמישי|שישי)|שבת)|היומ|אתמול|שלשומ|מחר|מחרתימ|מחרתיימ|השבוע|החודש|השנה|ב?(?:שבוע|חודש|שנה) (?:שעברה?|הבאה?)|בבוקר|בערב|בצהריימ|בחצות|בלילה|בשעה',
  ar: '[وب]?(?:ال(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد))|اليوم|امس|غدا|بعد غد|اول امس|(?:ال|ل)?(?:اسبوع|شهر|عام|سنه) (?:الماضيه?|المقبله?|القادمه?|الجاريه?)|صباحا?|مساء|ظهرا|منتصف (?:الليل|النهار|الشهر)|الساعه',
};

const DAYS_IN_WEEK = 7;
const patterns = new Map<string, RegExp>();

/** Whether a text names a day of the week, a day or a time counted from now, or a time of day, in a language (BCP 47) that has words for it here or in CLDR. */
export function hasTimeWords(text: string, language: string): boolean {
  const primary = primaryLanguage(language);
  let pattern = patterns.get(primary);
  if (pattern === undefined) {
    const own = TIME_WORDS[primary];
    const words = [...daysOfWeek(primary), ...(own === undefined ? [] : [own])];
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}])`, 'u');
    patterns.set(primary, pattern);
  }
  return pattern.test(foldWord(text, primary));
}

function daysOfWeek(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: DAYS_IN_WEEK }, (_, day) =>
    foldWord(format.format(new Date(Date.UTC(2031, 0, day + 1))), language).replace(
      /[\\^$.*+?()[\]{}|]/gu,
      '\\$&',
    ),
  );
}
