import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanQuestion } from '../../src/language/clean-question.js';
import { isPointing } from '../../src/language/pointing-question.js';
import { settleQuestion } from '../../src/language/settle-question.js';
import { isSmallTalk } from '../../src/language/small-talk.js';

const NAMES = {
  user: (id: string) => (id === '1' ? 'Mira' : null),
  role: (id: string) => (id === '2' ? 'Harbour Watch' : null),
  channel: (id: string) => (id === '3' ? 'pier' : null),
};

describe('a cleaned question is what a person sees', () => {
  test.each([
    ['Who set the fire? <:flame:123456789012345678>', 'Who set the fire?'],
    ['<a:wave:1> when does the pier close', 'when does the pier close'],
    ['Who set the 🔥?', 'Who set the ?'],
    ['👨‍👩‍👧 how many came? 🇩🇪 1️⃣', 'how many came? 1'],
    ['What did <@1> say?', 'What did Mira say?'],
    ['What did <@!1> say?', 'What did Mira say?'],
    ['What did <@99> say?', 'What did say?'],
    ['Did <@&2> meet in <#3>?', 'Did Harbour Watch meet in pier?'],
    ['What happened on <t:1700000000:D>?', 'What happened on 14 November 2023?'],
    ['Who set the fire? <t:1700000000:R>', 'Who set the fire?'],
    ['Who set the fire?! <t:1700000000>  ', 'Who set the fire?!'],
    ['Who set the fire <t:1700000000:D>', 'Who set the fire 14 November 2023'],
    ['What happened on <t:1700000000>?', 'What happened on 14 November 2023?'],
    ['What happened at <t:1700000000:t>?', 'What happened at 22:13?'],
    ['what does </ask:123> do', 'what does /ask do'],
    ['**Who** __set__ the ~~fire~~ ||there||?', 'Who set the fire there?'],
    ['> When does\n> it close?', 'When does it close?'],
    ['@everyone who said so?', 'who said so?'],
    ['`code` and *this*', 'code and this'],
    ['<@99>', ''],
    ['🔥🔥', ''],
    ['3 * 4 < 5', '3 * 4 < 5'],
  ])('%s', (typed, seen) => {
    expect(cleanQuestion(typed, NAMES)).toBe(seen);
  });

  const typed = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.constantFrom(
          '<@1>',
          '<@99>',
          '<#3>',
          '<t:1700000000:R>',
          '<:a:1>',
          '**',
          '||',
          '> ',
          '🔥',
          '@here',
          '<',
          '@1>',
          '<@<@9>1>',
        ),
      ),
    )
    .map((parts) => parts.join(''));

  test('cleaning again changes nothing', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const cleaned = cleanQuestion(text, NAMES);
        expect(cleanQuestion(cleaned, NAMES)).toBe(cleaned);
      }),
    );
  });

  test('a word that was typed is there', () => {
    fc.assert(
      fc.property(typed, fc.stringMatching(/^[a-z]{3,8}$/u), (noise, word) => {
        expect(cleanQuestion(`${noise} ${word} `, NAMES)).toContain(word);
        expect(settleQuestion(cleanQuestion(`${noise} ${word}`))).not.toBe('');
      }),
    );
  });
});

describe('a settled question is put as most are', () => {
  test.each([
    ['HOW MANY HOSTAGES REMAIN?', 'how many hostages remain?'],
    ['WHO IS THE US ENVOY?', 'who is the US envoy?'],
    ['how many HOSTAGES remain?', 'how many hostages remain?'],
    ['WHO said so?', 'who said so?'],
    ['what did the WHO say?', 'what did the WHO say?'],
    ['what did the EU say?', 'what did the EU say?'],
    ['WAS HAT DER RAT GESAGT?', 'was hat der rat gesagt?'],
    ['wher was he born', 'where was he born'],
    ['Waht did she say?', 'what did she say?'],
    ['hwo many boats left?', 'how many boats left?'],
    ['hwo set the fire?', 'who set the fire?'],
    ['wich pier closed?', 'which pier closed?'],
    ['whne does it close?', 'when does it close?'],
    ['Were they hurt?', 'Were they hurt?'],
    ['Hat prices rose?', 'Hat prices rose?'],
    ['what did NASA say?', 'what did NASA say?'],
    ['Who is Ada Winter?', 'Who is Ada Winter?'],
  ])('%s', (typed, settled) => {
    expect(settleQuestion(typed)).toBe(settled);
  });
});

describe('small talk', () => {
  test.each([
    'thanks',
    'Thank you!',
    'ty!',
    'thx',
    'hello',
    'Hello there!',
    'helloooo',
    'hey bot',
    'good bot',
    'help',
    'help me please',
    'good morning everyone',
    'nice one',
    'got it, thanks',
    'No worries!',
    'alles klar',
    'de nada',
    'понятно',
    'thanks a lot',
    'how are you?',
    'lol',
    'danke',
    'Danke schön!',
    'vielen Dank',
    'Hallo zusammen',
    'guter Bot',
    'Hilfe!',
    'guten Morgen',
    'gracias',
    '¡Muchas gracias!',
    'hola',
    'buenos días',
    'buen bot',
    'ayuda',
    'merci',
    'Merci beaucoup !',
    'bonjour à tous',
    'bon bot',
    'aide',
    'obrigado',
    'Olá!',
    'bom dia',
    'ajuda',
    'bom bot',
    'спасибо',
    'Привет!',
    'хороший бот',
    'помощь',
    'здравствуйте',
    'תודה',
    'שלום',
    'בוט טוב',
    'עזרה',
    'شكرا',
    'مرحبا',
    'بوت جيد',
    'مساعدة',
    'السلام عليكم',
  ])('%s', (said) => {
    expect(isSmallTalk(said)).toBe(true);
  });

  test.each([
    'Who said hello to the mayor?',
    'Who made the bell?',
    'one pier',
    'Is the ferry legal?',
    'Ada Winter',
    'help for the harbour',
    'thanks to whom did it open?',
    'hostages',
    'What is a good bot?',
    'Wer hat danke gesagt?',
    'no boats',
    'the bot',
    'morning ferry',
  ])('%s is none', (asked) => {
    expect(isSmallTalk(asked)).toBe(false);
  });
});

describe('a question that points to what it replies to', () => {
  test.each([
    'is this true?',
    'Is that right?',
    'is it true',
    'source?',
    'Source??',
    'sources please',
    'any proof?',
    'fact check',
    'really?',
    'is this real',
    'Stimmt das?',
    'stimmt das wirklich?',
    'Ist das wahr?',
    'Quelle?',
    '¿Es verdad?',
    '¿Es cierto eso?',
    '¿Fuente?',
    'C’est vrai ?',
    'Est-ce que c’est vrai ?',
    'vraiment ?',
    'Source ?',
    'É verdade?',
    'isso é verdade?',
    'fonte?',
    'Это правда?',
    'правда?',
    'источник?',
    'זה נכון?',
    'האם זה נכון?',
    'מקור?',
    'هل هذا صحيح؟',
    'المصدر؟',
    'صحيح؟',
  ])('%s', (asked) => {
    expect(isPointing(asked)).toBe(true);
  });

  test.each([
    'Is this pier true to plan?',
    'Who is the source of the leak?',
    'is the mayor right?',
    'true north',
    'Wer ist die Quelle?',
  ])('%s asks by itself', (asked) => {
    expect(isPointing(asked)).toBe(false);
  });
});
