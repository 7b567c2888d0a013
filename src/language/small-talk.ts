import { normalise } from './normalise.js';

/** Words and runs of words that are said to be polite and ask for nothing, in the languages of the catalogues. */
const SAID = (
  'thanks|thank you|thank u|thx|ty|tysm|tyvm|cheers|hello|hi|hey|hiya|yo|howdy|greetings|good morning|good afternoon|good evening|good night|morning|bye|goodbye|see you|' +
  'good bot|bad bot|nice bot|good job|well done|great job|nice|great|awesome|cool|perfect|lol|lmao|haha|ok|okay|kk|yes|no|nope|yep|sure|sorry|please|help|help me|help please|how are you|who are you|what are you|what can you do|how do you work|how does this work|are you a bot|i love you|love you|ping|test|testing|welcome|wow|nice one|good one|well played|much appreciated|appreciate it|gotcha|got it|np|no problem|no worries|yw|youre welcome|brilliant|amazing|excellent|that helps|that helped|good to know|makes sense|sup|whats up|wassup|good day|gm|gn|cya|who made you|whats your name|what is your name|are you there|hello world|' +
  'danke|danke dir|danke schon|dankeschon|vielen dank|danke sehr|hallo|moin|servus|guten morgen|guten tag|guten abend|gute nacht|tschuss|guter bot|gut gemacht|super|toll|hilfe|wie gehts|wie geht es dir|wer bist du|was kannst du|bitte|alles klar|prima|klasse|perfekt|gute arbeit|gern geschehen|wie heisst du|' +
  'gracias|muchas gracias|mil gracias|hola|buenos dias|buenas tardes|buenas noches|buenas|adios|buen bot|bien hecho|genial|ayuda|ayudame|como estas|que tal|quien eres|que puedes hacer|vale|perfecto|estupendo|buen trabajo|de nada|como te llamas|' +
  'merci|merci beaucoup|bonjour|bonsoir|salut|coucou|au revoir|bonne nuit|bon bot|bien joue|super bot|aide|aide moi|a laide|ca va|comment ca va|qui es tu|tu es qui|que sais tu faire|parfait|genial|de rien|daccord|bon travail|comment tu tappelles|' +
  'obrigado|obrigada|muito obrigado|muito obrigada|valeu|ola|oi|bom dia|boa tarde|boa noite|tchau|bom bot|bom trabalho|otimo|ajuda|me ajuda|socorro|tudo bem|como vai|quem e voce|o que voce faz|perfeito|legal|de nada|beleza|qual e o seu nome|' +
  'спасибо|спасибо большое|большое спасибо|спс|благодарю|привет|здравствуите|здравствуй|здравствуи|доброе утро|добрыи день|добрыи вечер|доброи ночи|пока|до свидания|хорошии бот|молодец|отлично|супер|круто|помощь|помоги|помогите|как дела|кто ты|что ты умеешь|понятно|ясно|пожалуиста|отличная работа|как тебя зовут|' +
  'תודה|תודה רבה|שלום|היי|הי|בוקר טוב|ערב טוב|לילה טוב|להתראות|ביי|בוט טוב|כל הכבוד|יופי|מעולה|עזרה|תעזור לי|מה שלומך|מה נשמע|מי אתה|מה אתה יודע לעשות|' +
  'شكرا|شكرا لك|شكرا جزيلا|مشكور|مرحبا|مرحبا بك|اهلا|اهلا وسهلا|السلام عليكم|صباح الخير|مساء الخير|تصبح على خير|مع السلامه|بوت جيد|احسنت|ممتاز|رائع|مساعده|ساعدني|كيف حالك|من انت|ماذا يمكنك ان تفعل'
).split('|');

/** Names and fillers that are beside such words: "thanks a lot, bot!", "hello there". */
const BESIDE = new Set(
  'a lot so much very bot footnote there all everyone everybody friend mate guys man dude again for your the that my and you too much me lieber liebe alle zusammen du ihr mal sehr amigo amigos a todos mucho tous toutes tout le monde ami beaucoup pessoal gente muito всем друг большое бот לכולם חבר בוט לך للجميع يا صديقي بوت لك'.split(
    ' ',
  ),
);

/** Words in the longest of them. */
const MOST_WORDS = 5;
let phrases: ReadonlySet<string> | undefined;

/** Whether a message is a thanks, a greeting, a call for help or the like, and no question to the articles. */
export function isSmallTalk(message: string): boolean {
  const words = plain(message)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return false;
  return covers(words) && words.some((_, i) => startsPhrase(words, i) > 0);
}

/** Whether the words are nothing but such runs and what is beside them. */
function covers(words: readonly string[]): boolean {
  let at = 0;
  while (at < words.length) {
    const run = startsPhrase(words, at);
    if (run > 0) at += run;
    else if (BESIDE.has(words[at] ?? '')) at += 1;
    else return false;
  }
  return true;
}

/** How many words the longest run has that begins at a place; 0 for none. */
function startsPhrase(words: readonly string[], at: number): number {
  phrases ??= new Set(SAID.map(plain));
  for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count -= 1) {
    if (phrases.has(words.slice(at, at + count).join(' '))) return count;
  }
  return 0;
}

/** Small letters without accents and marks; drawn-out letters ("helloooo") twice at most. */
function plain(text: string): string {
  return normalise(text)
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ة/gu, 'ه')
    .replace(/'/gu, '')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
