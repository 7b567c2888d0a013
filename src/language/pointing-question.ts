import { normalise } from './normalise.js';

/** What is asked of a message that is replied to, without its own words; in the languages of the catalogues. */
const POINTING = [
  // English
  '(?:is|was|are) (?:this|that|it|these|those)(?: really| actually| even| still)? (?:true|right|correct|so|real|accurate|legit|fake|wrong|false)|(?:true|right|really|correct|real)|(?:any |got a |whats the |what is the |do you have a )?(?:source|sources|proof|evidence)|says who|fact ?check(?: this| that)?(?: please)?|check (?:this|that)|(?:can you )?(?:verify|confirm)(?: this| that)?|what about this|did (?:this|that)(?: really)? happen|do the articles say (?:this|that|so)|what do the articles say(?: about (?:this|that))?|is there (?:a source|anything)(?: on| for| about)? (?:this|that)',
  // German
  '(?:stimmt|ist) (?:das|es|dies)(?: so| wirklich)?(?: wahr| richtig| korrekt)?|(?:wirklich|echt|wahr|ehrlich)|(?:die |gibt es (?:dazu )?(?:eine |ne )?)?(?:quelle|quellen|beleg|belege)|wer sagt das|faktencheck|ist da was dran|was sagen die artikel(?: dazu)?',
  // Spanish
  '(?:es|sera) (?:esto |eso )?(?:verdad|cierto|correcto)(?: esto| eso)?|(?:de verdad|en serio|verdad)|(?:hay |alguna |tienes )*(?:fuente|fuentes|prueba|pruebas)|quien lo dice|que dicen los articulos(?: de esto| sobre esto)?',
  // French
  "(?:est ce que )?(?:c'?est|est ce) (?:vrai|exact|correct)(?: ca)?|(?:vraiment|serieux|vrai)|(?:une |la |des )?(?:source|sources|preuve|preuves)|qui (?:le )?dit(?: ca| cela)?|que disent les articles",
  // Portuguese
  '(?:isto|isso|e|sera)(?: e| isto| isso)* (?:verdade|certo|correto)(?: isto| isso)?|(?:e mesmo|serio|verdade)|(?:ha |alguma |tem )*(?:fonte|fontes|prova|provas)|quem disse(?: isso)?|o que dizem os artigos',
  // Russian
  '(?:это|а это)(?: правда| верно| так)|(?:правда|неужели|серьезно|верно)(?: ли)?(?: это)?|(?:есть |а |какои )*(?:источник|источники|пруф|пруфы|доказательства)(?: есть)?|кто (?:это |так )?сказал(?: это)?|что пишут в статьях',
  // Hebrew
  '(?:האם )?(?:זה|זאת)(?: באמת)? (?:נכון|אמת|אמיתי)|(?:נכון|באמת|אמת)|(?:יש )?(?:מקור|מקורות|הוכחה)(?: לזה)?|מי אמר(?: את זה| זאת)?',
  // Arabic
  '(?:هل )?(?:هذا|هذه|ذلك)(?: حقا)? (?:صحيح|حقيقي|حقيقه|صحيحه)|(?:هل )?صحيح(?: هذا)?|(?:حقا|فعلا)|(?:ما |هل يوجد |هل هناك )*(?:المصدر|مصدر|دليل)|من قال(?: هذا| ذلك)?',
].join('|');

const WHOLE = new RegExp(
  `^(?:(?:hey|so|and|but|und|y|et|e|а|и) )?(?:${POINTING})(?: please| bitte| por favor)?$`,
  'u',
);

/** Whether a question points to what it replies to and asks for nothing by its own words ("is this true?", "source?", "stimmt das?"). */
export function isPointing(question: string): boolean {
  const plain = normalise(question)
    .replace(/[ةه]/gu, 'ه')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .replace(/'/gu, '')
    .trim();
  return WHOLE.test(plain.replace(/\bcest\b/u, "c'est")) || WHOLE.test(plain);
}
