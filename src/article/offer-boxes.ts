import { findBoxesAround } from './boxes-around.js';
import { countWords } from './word-count.js';

/** What the buttons of a box are called that sells the page. */
const SELLS =
  /^(?:(?:please )?(?:subscribe|register|sign ?(?:up|in)|log ?in|join(?: us)?|become a (?:member|subscriber|supporter)|start (?:your |a )?(?:free )?trial|try (?:it |us )?(?:for )?(?:free|now)|support us|continue reading|(?:see|view|choose)(?: all| our| your)? (?:offers|plans?|options|subscriptions)|create (?:a|your) (?:free )?account|unlock (?:this|the) (?:article|story))(?: (?:now|today|here|for free|free|to (?:read|continue)(?: reading)?))?|(?:jetzt )?(?:abonnieren|anmelden|registrieren|weiterlesen)|s['\u2019](?:abonner|inscrire|identifier)|je m['\u2019]abonne|suscr[ií]bete|suscribirse|iniciar sesi[oó]n|reg[ií]strate|assine(?: já| agora)?|entrar|подписаться|войти)[.!]?$/iu;
/** What each paragraph of such a box speaks of. */
const OFFER =
  /subscri|member|trial|sign ?(?:in|up)|log ?in|account|register|(?:a|per|each|every) (?:month|week|year)|unlimited|read on|keep reading|continue reading|our (?:readers|journalism|work|newsroom|stor|piece|article|report)|offer|pay|support|abonn|mitglied|konto|monat|suscri|cuenta|mes(?:es)?\b|compte|mois|assin|conta|mês|подпис|аккаунт|месяц/iu;

/** The share of a box's words in paragraphs that speak of the offer, from which it is one and no article with a button below it. */
const MOST_OF_IT = 0.6;

/**
 * The parts of a page that sell it to whoever reads it, whatever they are called and however long: the smallest around a button that subscribes or
 * signs in whose paragraphs mostly speak of that. None that holds the landmark or a main heading.
 */
export function findOfferBoxes(body: Element, landmark: Element | null): Element[] {
  return findBoxesAround(body, landmark, SELLS, isOffer);
}

function isOffer(box: Element): boolean {
  const parts = Array.from(box.querySelectorAll('p, li, h2, h3, h4'));
  const count = (some: readonly Element[]): number =>
    some.reduce((sum, { textContent }) => sum + countWords(textContent ?? ''), 0);
  const whole = count(parts);
  const offering = count(parts.filter(({ textContent }) => OFFER.test(textContent ?? '')));
  return whole > 0 && offering >= whole * MOST_OF_IT;
}
