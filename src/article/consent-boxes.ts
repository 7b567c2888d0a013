import { findBoxesAround } from './boxes-around.js';

/** What the buttons of a box are called that asks for consent, in the languages of the bot's own sentences. */
const ANSWER =
  /^(?:(?:i |we )?(?:accept|agree|allow|consent|reject|decline|refuse|deny|got it|ok(?:ay)?|understood|manage)(?:(?: and| &) (?:continue|close|proceed))?(?: (?:all|everything|necessary|essential|optional|only|to all|selected|the use of|my|your|cookies?|choices|preferences|options|settings|terms))*|(?:alle[ns]? |alles )?(?:akzeptieren|zustimmen|ablehnen|erlauben|einverstanden|annehmen)(?: und (?:weiter|schließen))?|(?:ich )?stimme zu|(?:tout )?(?:accepter|refuser|autoriser|continuer sans accepter|j['\u2019]accepte)(?: tout| et (?:fermer|continuer))?|(?:aceptar|rechazar|permitir|acepto)(?: tod[oa]s?| y (?:cerrar|continuar))?(?: las cookies)?|(?:aceitar|rejeitar|recusar|concordo|aceito)(?: tod[oa]s?| e (?:fechar|continuar))?(?: os cookies)?|принять(?: все)?|отклонить(?: все)?|соглас(?:ен|иться)|принимаю|קבל(?: הכל)?|אישור|מאשר|מסכים|דחה|قبول(?: الكل)?|أوافق|موافق|رفض(?: الكل)?)[.!]?$/iu;

/** What such a box speaks of. */
const CONSENT =
  /cookie|consent|privacy|personal data|your device|partners|gdpr|datenschutz|einwilligung|personenbezogen|confidentialité|données personnelles|consentement|privacidad|datos personales|consentimiento|privacidade|dados pessoais|куки|персональн|конфиденциальн|פרטיות|עוגיות|الخصوصية|ملفات تعريف/iu;

/**
 * The parts of a page that ask for consent, whatever they are called: the smallest around a button that accepts or refuses
 * which says something, about cookies or what they are for. None that holds the landmark or a main heading.
 */
export function findConsentBoxes(body: Element, landmark: Element | null): Element[] {
  return findBoxesAround(body, landmark, ANSWER, ({ textContent }) => CONSENT.test(textContent ?? ''));
}
