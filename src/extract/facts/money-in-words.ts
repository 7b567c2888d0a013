/** Words for thousands, millions and milliards, in full and shortened, in the languages of the catalogues and their neighbours. */
const SCALES =
  'mil (?:milh(?:ão|ões)|millones)|Tsd\\.?|Mio\\.?|Mill\\.|Mrd\\.?|Tausend|Million(?:en)?|Milliarden?|mil|mill[oó]n|millones|mille|millions?|milliards?|milh(?:ão|ões)|bilh(?:ão|ões)|' +
  'тыс\\.?|тысяч[аи]?|млн\\.?|миллион(?:а|ов)?|млрд\\.?|миллиард(?:а|ов)?|אלף|אלפים|מיליון|מיליוני|מיליארד|ألف|آلاف|مليون|ملايين|مليار|مليارات|' +
  'mln\\.?|mld\\.?|milion[ei]|miliard[oi]|miljoen|miljard|tys\\.?|mila|mil[iy](?:on|ard)(?:y|ów|a)?|tysi(?:ąc|ące|ęcy)|miljon(?:er)?|miljard(?:er)?|million(?:er)|milliard(?:er)|milyar|' +
  'тис\\.?|тисяч[аі]?|мільйон(?:а|и|ів)?|мільярд(?:а|и|ів)?|[Mk](?=\\s?[€$£])|Mds?\\.?(?=\\s?[€$£])';

/** Names of money, in their forms. */
const MONEY =
  'Euros?|Cent|(?:US-)?Dollars?|d[oó]lar(?:es)?|Franken|francs?|Kronen|Kronor|Kroner|Pfund|Yen|pesos?|libras?|reais|real|soles|bol[ií]vares|escudos|lire|złot(?:y|ych|e|ego)|zł|gros(?:z|ze|zy)|dollari|dolar(?:y|ów|a)?|sterline|sterling|funt(?:y|ów)|franchi|francos|frank(?:i|ów)|coronas|couronnes?|coroas|corone|koron(?:y)?|korun[ay]?|Kč|kr\\.?|Rubel|roubles?|rublos?|rubli|yuan(?:es)?|yenes|ienes|rupias|roupies|dirhams?|shekels?|s[ch]hekel|pond(?:en)?|lira|liras|TL|' +
  'рубл(?:ь|я|ей)|руб\\.?|копе(?:йка|йки|ек)|доллар(?:а|ов)?|евро|грив(?:на|ны|ен)|гривень|гривн[іяею]|грн\\.?|тенге|крон(?:а|ы)?|фунт(?:а|ов)?|юан(?:ь|я|ей)|' +
  'שקל(?:ים)?|ש["״]ח|דולר(?:ים)?|אירו|יורו|دولار(?:ات|اً|ا)?|يورو|جنيه(?:ات|اً|ا)?|ريال(?:ات|اً|ا)?|دينار(?:اً|ا)?|دنانير|درهم(?:اً|ا)?|دراهم|ليرة|ليرات';

const SPACE = '[ \\u00a0\\u2009\\u202f]';

/** A scale behind a number, with the space before it; part of a regular expression with the flags `giu`. */
export const BEHIND_NUMBER = `(?:${SPACE}?(?:${SCALES})(?![\\p{L}\\p{N}]))`;

/** The name of money behind a number and its scale ("1,5 Mio. Euro", "3,8 millones de euros", "9,4 millions d’euros"). */
export const NAME_OF_MONEY = `${SPACE}?(?:(?:de|di)${SPACE}|d['\\u2019])?(?:${MONEY})(?![\\p{L}\\p{N}])`;
