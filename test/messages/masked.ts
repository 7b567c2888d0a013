import { readCatalogue } from '../../src/messages/catalogue.js';
import type { Say } from '../../src/messages/phrase.js';
import { createSay } from '../../src/messages/say.js';

/** What stands for a letter of a message of ours. */
const MASK = '·';

/** Says every message with its letters masked, so that a letter left over is no message's. */
export function sayMasked(): Say {
  const masked = Object.entries(readCatalogue('en')).map(([id, text]) => [id, maskMessage(text)]);
  return createSay('en', Object.fromEntries(masked));
}

/** A message of ICU's syntax with the letters of its own words masked; dates, whose words are the calendar's, are masked whole. */
export function maskMessage(text: string): string {
  const place = /^\{\w+(?:, number[^{}]*)?\}/u;
  const date = /^\{\w+, date[^{}]*\}/u;
  const choice = /^\{\w+, (?:plural|select),/u;
  const form = /^\s*[\w=-]+ \{/u;
  let masked = '';
  let at = 0;
  // What is open: a choice between forms, or one of its forms.
  const open: ('choice' | 'form')[] = [];
  while (at < text.length) {
    const rest = text.slice(at);
    const isChoosing = open.at(-1) === 'choice';
    const whole = isChoosing ? form.exec(rest)?.[0] : (place.exec(rest)?.[0] ?? choice.exec(rest)?.[0]);
    const day = isChoosing ? undefined : date.exec(rest)?.[0];
    if (day !== undefined) {
      masked += MASK;
      at += day.length;
    } else if (whole !== undefined) {
      if (isChoosing) open.push('form');
      else if (choice.test(whole)) open.push('choice');
      masked += whole;
      at += whole.length;
    } else {
      if (rest.startsWith('}')) open.pop();
      masked += (rest[0] ?? '').replace(/\p{L}/u, MASK);
      at += 1;
    }
  }
  return masked;
}
