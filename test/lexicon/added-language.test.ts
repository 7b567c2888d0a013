import { beforeAll, describe, expect, it } from 'vitest';
import { buildScript, builtScript } from '../build-script.js';
import { readLanguage } from './read-language.js';

/** Ternish, which nobody speaks: what `docs/ARCHITECTURE.md` has whoever adds a language write, a line in each of the two files. */
const ADDED = {
  'src/lexicon/languages.ts': {
    behind: /export const WRITINGS[^{]*\{/u,
    line: "qtn: { quoting: 'hebrew', hasCompounds: true, cuts: [[/^al(?=\\p{L}{3})/u, '']] },",
  },
  'src/lexicon/lexicon.ts': {
    behind: /const LEXICONS[^{]*\{/u,
    line: `qtn: {
      abbreviations: ['tar'], smallWords: ['ta bu vu'], negations: ['nai'], openings: ['hu'], smallTalk: ['veru|ta dag'], pointing: ['veru|veri'],
      furniture: { linkLabels: ['lese plu'] },
      asking: { count: ['hu mil'], when: ['wen'], why: ['hurfa'], because: ['fa'], other: ['hu'], frame: [] },
    },`,
  },
} as const;

/** Fails if a file is no longer as the recipe has it, so that the line would go nowhere. */
function addTo(path: keyof typeof ADDED, code: string): string {
  const { behind, line } = ADDED[path];
  const at = behind.exec(code);
  if (at === null) throw new Error(`${path} holds no ${String(behind)}: where does a language go now?`);
  const end = at.index + at[0].length;
  return `${code.slice(0, end)}${line}${code.slice(end)}`;
}

/** The program as it is once Ternish is added to it. */
async function readWithTernish(): Promise<typeof readLanguage> {
  const source = 'test/lexicon/read-language.ts';
  let added = 0;
  await buildScript(source, {
    name: 'add-ternish',
    enforce: 'pre',
    transform: (code, id) => {
      const path = Object.keys(ADDED).find((one): one is keyof typeof ADDED => id.endsWith(one));
      if (path === undefined) return null;
      added += 1;
      return addTo(path, code);
    },
  });
  expect(added).toBe(Object.keys(ADDED).length);
  const built: { readonly readLanguage: typeof readLanguage } = await import(builtScript(source).href);
  return built.readLanguage;
}

const TEXT =
  'Ta molun sta bu Arvik. Tar. Ostrin koru almolun vu ta Vennar. ״Ta prel vu nai mar״, sed Ostrin.\n\nLese plu: Ostrin vu Arvik';
const QUESTION = 'Hu mil molunar koru nai ta Ostrin?';

describe('a language that is added', () => {
  let readKnown = readLanguage;
  beforeAll(async () => {
    readKnown = await readWithTernish();
  });

  it('is known everywhere by two lines, and without them is read by Unicode’s rules alone', () => {
    const [known, unknown] = [readKnown, readLanguage].map((read) =>
      read('qtn-Latn-NO', TEXT, QUESTION, 'Veru?'),
    );
    expect(known).toEqual({
      code: 'qtn',
      sentences: [
        'Ta molun sta bu Arvik.',
        'Tar. Ostrin koru almolun vu ta Vennar.',
        '״Ta prel vu nai mar״, sed Ostrin.',
      ],
      furniture: ['Lese plu: Ostrin vu Arvik'],
      quoted: ['״Ta prel vu nai mar״'],
      keys: ['hu', 'mil', 'molunar', 'koru', 'nai', 'ostrin'].map((key) => `qtn\u001f${key}`),
      asksFor: 'number',
      terms: ['molunar', 'koru', 'nai', 'ostrin'],
      isNegated: true,
      isOpenQuestion: true,
      isSmallTalk: true,
      isPointing: true,
      isRead: false,
      tellsPeople: false,
    });
    expect(unknown).toEqual({
      ...known,
      sentences: [
        'Ta molun sta bu Arvik.',
        'Tar.',
        'Ostrin koru almolun vu ta Vennar.',
        '״Ta prel vu nai mar״, sed Ostrin.',
        'Lese plu: Ostrin vu Arvik',
      ],
      furniture: [],
      quoted: [],
      keys: ['hu', 'mil', 'molunar', 'koru', 'nai', 'ta', 'ostrin'].map((key) => `qtn\u001f${key}`),
      asksFor: 'other',
      terms: ['hu', 'mil', 'molunar', 'koru', 'nai', 'ta', 'ostrin'],
      isNegated: false,
      isOpenQuestion: false,
      isSmallTalk: false,
      isPointing: false,
    });
    expect(readKnown('qtn', 'almolun', 'almolun', '').keys).toEqual(['qtn\u001falmolun', 'qtn\u001fmolun']);
  });

  it('changes nothing in any other', () => {
    for (const [language, text, question, said] of [
      [
        'en',
        'Dr. Vale bought the mill in 1931. “It was cheap,” she said.',
        'Who bought the mill?',
        'Thanks!',
      ],
      ['de', 'Dr. Vale kam am 3. März. „Sie war billig“, sagte sie.', 'Wie viele Mühlen?', 'Stimmt das?'],
      ['fr', 'M. Vale acheta le moulin. « Il était bon marché », dit-il.', 'Qui l’acheta ?', 'Vraiment ?'],
      ['ja', '水車小屋は1931年に売られた。', '誰が買いましたか。', 'ありがとう'],
    ] as const)
      expect(readKnown(language, text, question, said)).toEqual(readLanguage(language, text, question, said));
  });
});
