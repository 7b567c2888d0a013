import { describe, expect, it } from 'vitest';
import { commands } from '../../src/app/registry.js';
import { isTextOption } from '../../src/bot/option.js';
import { readCatalogue } from '../../src/messages/catalogue.js';
import { commandKey, optionKey } from '../../src/messages/command-words.js';
import { formatsOf, LANGUAGES } from '../../src/messages/language.js';
import { sayIn } from '../../src/messages/say.js';
import { readPlaces } from './message-places.js';

const english = readCatalogue('en');
const TRANSLATIONS = LANGUAGES.filter((language) => language !== 'en');

/** Messages that are the same in a language as in English, for the word is the same or there is none. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: [
    'command.source.unfollow.option.feed.name',
    'command.status.name',
    'command.who.option.name.name',
    'sources.feed-label',
    'sources.text',
    'status.shard',
    'status.version',
  ],
  es: ['status.shard'],
  fr: [
    'command.ask.option.question.name',
    'command.ask.option.source.name',
    'command.facts.option.kind.choice.date',
    'command.facts.option.source.name',
    'command.quote.option.source.name',
    'command.search.option.source.name',
    'command.source.export.option.source.name',
    'command.source.name',
    'command.source.remove.option.source.name',
    'command.source.show.option.source.name',
    'command.source.unfollow.option.articles.name',
    'command.sources.name',
    'command.timeline.option.source.name',
    'command.who.option.source.name',
    'discord.open-passage',
    'privacy.questions',
    'status.shard',
    'status.version',
  ],
  pt: [
    'command.source.unfollow.option.feed.name',
    'command.status.name',
    'discord.link',
    'sources.feed-label',
    'status.shard',
  ],
};

/** Signs of units, which are the same in many languages. */
const UNITS = /\b(?:UTC|[KM]iB|ms|s)\b/gu;

/** Languages whose readers see commands by their English names, as Discord's apps do not speak them. */
const WITHOUT_NAMES: readonly string[] = ['he', 'ar'];

/** Discord's form for names of commands and options: https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming. */
const NAME_FORM = /^[-_'\p{L}\p{N}]{1,32}$/u;
/** Characters of a description, a choice, a form's title or label, and a button's label at most. */
const LONGEST = { description: 100, choice: 100, form: 45, button: 80 } as const;

/** Messages that are on buttons. */
const ON_BUTTONS = Object.keys(english).filter((id) =>
  /^(?:discord\.(?:page-(?:first|here|last|next|previous)|more-context|open-|share$|shared$|wrong-passage)|gaps\.done|privacy\.forget$|sources\.(?:add-it|add-beside|leave-it|remove-it|replace-it))/u.test(
    id,
  ),
);

/** A command as a message names it: "/source add". */
const NAMED = /(?<![\p{L}\p{N}/:<])\/\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)?/gu;

const offered = commands.filter(({ isOffered }) => isOffered);

/** A command's whole name in a language. */
function nameIn(catalogue: Readonly<Record<string, string>>, name: string): string {
  const [first = '', second] = name.split(' ');
  const own = catalogue[`${commandKey(first)}.name`] ?? '';
  return second === undefined ? own : `${own} ${catalogue[`${commandKey(name)}.name`] ?? ''}`;
}

describe('the English catalogue', () => {
  it('has the words of every command as its definition has them', () => {
    for (const { name, description, options } of offered) {
      expect(nameIn(english, name)).toBe(name);
      expect({ name, description: english[`${commandKey(name)}.description`] }).toEqual({
        name,
        description,
      });
      for (const [option, spec] of Object.entries(options)) {
        const key = optionKey(name, option);
        expect([english[`${key}.name`], english[`${key}.description`]]).toEqual([option, spec.description]);
        const choices = isTextOption(spec) ? (spec.choices ?? []) : [];
        for (const choice of choices) expect(english[`${key}.choice.${choice.value}`]).toBe(choice.name);
      }
    }
  });
});

describe.each(LANGUAGES)('the words of %s', (language) => {
  const catalogue = readCatalogue(language);

  it('keep to Discord’s rules for commands', () => {
    const names = offered.map(({ name }) => nameIn(catalogue, name));
    expect(new Set(names).size).toBe(names.length);
    expect(names.flatMap((name) => name.split(' ')).filter((name) => !isName(name))).toEqual([]);
    for (const { name, options } of offered) {
      const keys = Object.keys(options).map((option) => optionKey(name, option));
      const own = [...keys, commandKey('private')].map((key) => catalogue[`${key}.name`] ?? '');
      expect({ name, own, wrong: own.filter((option) => !isName(option)) }).toEqual({ name, own, wrong: [] });
      expect(new Set(own).size).toBe(own.length);
    }
    const long = Object.entries(catalogue).filter(
      ([id, text]) =>
        (id.startsWith('command.') && id.endsWith('.description') && text.length > LONGEST.description) ||
        (id.includes('.choice.') && text.length > LONGEST.choice),
    );
    expect(long).toEqual([]);
  });

  it('fit on forms and buttons', () => {
    for (const { form } of commands.filter((command) => command.form !== null)) {
      const labels = [form?.title, ...Object.values(form?.fields ?? {}).map(({ label }) => label)];
      const texts = labels.map((label) => catalogue[label?.message ?? ''] ?? '');
      expect(texts.filter((text) => text === '' || text.length > LONGEST.form)).toEqual([]);
      const descriptions = Object.values(form?.fields ?? {}).flatMap(({ description }) => description ?? []);
      const long = descriptions.filter((words) => sayIn(language)(words).length > LONGEST.description);
      expect(long).toEqual([]);
    }
    expect(ON_BUTTONS.length).toBeGreaterThan(10);
    expect(ON_BUTTONS.filter((id) => (catalogue[id] ?? '').length > LONGEST.button)).toEqual([]);
  });

  it('name commands as their reader sees them', () => {
    const known = new Set(
      offered.flatMap(({ name }) => [nameIn(catalogue, name), nameIn(catalogue, name.split(' ')[0] ?? '')]),
    );
    const wrong = Object.entries(catalogue)
      .filter(([id]) => !id.startsWith('command.'))
      .flatMap(([id, text]) => (text.match(NAMED) ?? []).map((named) => ({ id, named: named.slice(1) })))
      .filter(({ named }) => !known.has(named) && !known.has(named.split(' ')[0] ?? ''));
    expect(wrong).toEqual([]);
  });

  it('have typographic apostrophes, as the other one is part of the syntax', () => {
    expect(Object.entries(catalogue).filter(([, text]) => text.includes("'"))).toEqual([]);
  });
});

function isName(name: string): boolean {
  return NAME_FORM.test(name) && name === name.toLowerCase();
}

describe.each(TRANSLATIONS)('the catalogue %s', (language) => {
  const catalogue = readCatalogue(language);

  it('has every message and no other', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it('fills the places that the English message has', () => {
    for (const [id, text] of Object.entries(english)) {
      const wanted = readPlaces(text, 'en').places;
      expect({ id, places: readPlaces(catalogue[id] ?? '', language).places }).toEqual({
        id,
        places: wanted,
      });
    }
  });

  it('says nothing in English', () => {
    const same = Object.entries(catalogue).filter(
      ([id, text]) => text === english[id] && /\p{L}/u.test(withoutPlaces(text)) && !isNameOf(language, id),
    );
    expect(same.map(([id]) => id).toSorted()).toEqual(SAME[language] ?? []);
  });

  it('has every form that the language has for numbers', () => {
    const wanted = new Intl.PluralRules(formatsOf(language)).resolvedOptions().pluralCategories;
    for (const [id, text] of Object.entries(catalogue)) {
      const switches = readPlaces(english[id] ?? '', 'en').plurals.filter(
        ({ forms }) => !forms.includes('one'),
      );
      for (const { place, forms } of readPlaces(text, language).plurals) {
        // "{more, plural, =0 {} other { and # more}}" only leaves something out, in English too.
        if (switches.some((one) => one.place === place && one.forms.join() === forms.join())) continue;
        const lacking = wanted.filter((form) => !forms.includes(form));
        expect({ id, place, lacking }).toEqual({ id, place, lacking: [] });
      }
    }
  });
});

/** A message without its places and units: what is left are its own words. */
function withoutPlaces(text: string): string {
  return text.replace(/\{\w+(?:, (?:number|date)[^{}]*)?\}/gu, '').replace(UNITS, '');
}

/** Whether a message is the name of something that Discord shows in English in that language, or a language's own name. */
function isNameOf(language: string, id: string): boolean {
  if (id.startsWith('command.settings.language.option.language.choice.')) return true;
  return WITHOUT_NAMES.includes(language) && id.startsWith('command.') && id.endsWith('.name');
}
