import { allFakers, base, en, Faker } from '@faker-js/faker';
import type { TaggedText } from './names-columns.js';
import { ORGANISATIONS } from './names-organisations.js';

/** Names that Faker has in Latin letters, and what it lacks: parts of Chinese, Korean and Arabic names. */
interface Pools {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly places: readonly string[];
}

const SYLLABLES = (
  'chi ka wai kwok siu ting ming hong jae min joon hyun seok woo young sung jin ho wei xiao jian guo yi ling mei hua feng ' +
  'lei yan yun tai keung fai lok shing kei nam soo hee eun ji hye'
).split(' ');
const FAMILIES = (
  'Chan Wong Leung Cheung Kwok Lam Lau Ho Ng Yeung Kim Park Lee Choi Jung Kang Yoon Wang Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun ' +
  'Hu Zhu Gao Lin Luo Tang Hau Tsai Ip Tam Mo Yau Hui To Or Quat'
).split(' ');
const ARABIC = (
  'Mohammed Ahmed Khaled Suleiman Abdullah Hassan Yusuf Omar Ibrahim Mahmoud Faisal Saleh Nasser Tariq Hamid Rashid ' +
  'Mustafa Bashir Karim Jamal Amir Salman Fahd Hamza Bilal Zaid Fuad Abdel'
).split(' ');
const PARTICLES = 'de van der di von da la del bin al- el- Al- Ben O’ Mc Mac St. De Van Le Du'.split(' ');

const ENDINGS = 'tech soft ware corp net media bank gen via ora eon ix ology ium ex con dex sys labs'.split(
  ' ',
);
const FORMS =
  'Foundation Institute Group Museum Center Company Inc Bank College School Hospital Trust & Co Partners Airlines News'.split(
    ' ',
  );

/** A random source that gives the same numbers each time (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** The pools from which names are drawn. */
export function gatherPools(): Pools {
  const first = new Set<string>();
  const last = new Set<string>();
  const isLatin = (name: string): boolean => /^\p{Lu}[\p{Script=Latin}'’-]{2,}$/u.test(name);
  for (const faker of Object.values(allFakers)) {
    const { first_name: given, last_name: family } = faker.rawDefinitions.person ?? {};
    for (const names of Object.values(given ?? {}))
      for (const name of names ?? []) if (isLatin(name)) first.add(name);
    for (const names of Object.values(family ?? {}))
      for (const name of names ?? []) if (isLatin(name)) last.add(name);
  }
  const english = new Faker({ locale: [en, base] });
  const places = new Set<string>([
    ...(english.rawDefinitions.location?.city_name ?? []),
    ...(english.rawDefinitions.location?.state ?? []),
    ...(english.rawDefinitions.location?.country ?? []),
  ]);
  return {
    first: [...first],
    last: [...last],
    places: [...places].filter((name) => /^[\p{L} .-]{3,25}$/u.test(name)),
  };
}

/**
 * A text with other people's names in place of its own, the same for the same word all through, and some
 * other places: so that a tagger learns what stands around names, and not the names.
 */
export function renamePeople({ text, names }: TaggedText, pools: Pools, random: () => number): TaggedText {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const words = new Map<string, string>();
  const surnames = new Set(
    names.flatMap(({ start, end, kind }) =>
      kind === 'person' ? text.slice(start, end).split(' ').slice(1) : [],
    ),
  );
  const renamed: TaggedText['names'][number][] = [];
  let out = '';
  let from = 0;
  for (const name of [...names].sort((a, b) => a.start - b.start)) {
    if (name.start < from) continue;
    out += text.slice(from, name.start);
    const own = text.slice(name.start, name.end);
    const start = out.length;
    out += other(own, name.kind);
    renamed.push({ kind: name.kind, start, end: out.length });
    from = name.end;
  }
  return { text: out + text.slice(from), names: renamed };

  function other(own: string, kind: string): string {
    const whole = words.get(`${kind} ${own}`);
    if (whole !== undefined) return whole;
    let made = own;
    if (kind === 'place' && random() < 0.4 && /^\p{Lu}\p{Ll}+$/u.test(own)) made = pick(pools.places);
    if (kind === 'person' && /^\p{Lu}\p{Ll}/u.test(own)) made = otherPerson(own.split(' '));
    if (kind === 'organisation' && /^\p{Lu}/u.test(own)) made = otherOrganisation(own);
    words.set(`${kind} ${own}`, made);
    return made;
  }

  /** Companies, media and acronyms in place of names of one word; people's names at the head of longer ones. */
  function otherOrganisation(own: string): string {
    const style = random();
    const parts = own.split(' ');
    if (parts.length > 1) {
      if (style < 0.3)
        return [random() < 0.6 ? makeSurname() : pick(pools.places), ...parts.slice(1)].join(' ');
      return style < 0.45 ? makeAcronym() : own;
    }
    if (style < 0.25) return capitalise(pick(ORGANISATIONS), 3);
    if (style < 0.45) return makeAcronym();
    if (style < 0.65) return capitalise(pick(SYLLABLES)) + pick(ENDINGS);
    return style < 0.8 ? `${pick(pools.last)} ${pick(FORMS)}` : own;
  }

  function makeAcronym(): string {
    return Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
      pick('ABCDEFGHILMNOPRSTUW'.split('')),
    ).join('');
  }

  function otherPerson(parts: readonly string[]): string {
    if (parts.length === 1) {
      const [word = ''] = parts;
      if (!words.has(word))
        words.set(word, surnames.has(word) || random() < 0.7 ? makeSurname() : pick(pools.first));
      return words.get(word) ?? word;
    }
    const lastWord = parts.at(-1) ?? '';
    const known = words.get(lastWord) ?? makeSurname();
    words.set(lastWord, known);
    const first = words.get(parts[0] ?? '') ?? pick(pools.first);
    words.set(parts[0] ?? '', first);
    const style = random();
    if (style < 0.08)
      return `${known} ${capitalise(pick(SYLLABLES))}-${random() < 0.7 ? pick(SYLLABLES) : capitalise(pick(SYLLABLES))}`;
    if (style < 0.13)
      return `${capitalise(first[0] ?? 'A')}.${random() < 0.5 ? `${pick(pools.first)[0] ?? 'B'}.` : ''} ${known}`;
    if (style < 0.28) return `${first} ${pick(pools.first)[0] ?? 'B'}. ${known}`;
    if (style < 0.36) return `${first} ${pick(random() < 0.5 ? pools.first : pools.last)} ${known}`;
    return style < 0.38 ? `${first} ${known} Jr.` : `${first} ${known}`;
  }

  function makeSurname(): string {
    const style = random();
    if (style < 0.05) return pick(FAMILIES);
    if (style < 0.09) return pick(ARABIC);
    if (style < 0.17) {
      const particle = pick(PARTICLES);
      return /[-’c]$/u.test(particle)
        ? `${particle}${pick(style < 0.13 ? pools.last : ARABIC)}`
        : `${particle} ${pick(pools.last)}`;
    }
    if (style < 0.2) return `${pick(pools.last)}-${pick(pools.last)}`;
    if (style < 0.4) return invent(pick(pools.last), pick(pools.last));
    return pick(pools.last);
  }

  /** A surname that nobody bears: the start of one and the end of another. */
  function invent(a: string, b: string): string {
    return a.slice(0, Math.ceil(a.length * 0.6)) + b.slice(Math.ceil(b.length * 0.5)).toLowerCase();
  }
}

/** The word with a capital letter, or all in capitals where it has no more letters than said. */
function capitalise(word: string, capitals = 0): string {
  return word.length <= capitals ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

const SMALL = new Set('a an the of in on at to for and or by with from as but'.split(' '));

/** The text with some of its sentences written once more as headlines: each word with a capital, or all in capitals. */
export function addHeadlines({ text, names }: TaggedText, random: () => number, share: number): TaggedText {
  const lines = text.split(/(?<=\n|[.!?]["”]? )/u);
  const all = [...names];
  let out = text;
  let at = 0;
  for (const line of lines) {
    const start = at;
    at += line.length;
    if (random() > share || line.length < 20 || line.length > 110) continue;
    const isCapitals = random() < 0.35;
    const head = line
      .trimEnd()
      .replace(/[.!?]$/u, '')
      .replace(/[\p{L}\p{M}'’]+/gu, (word, i: number) => {
        if (isCapitals) return word.length === word.toUpperCase().length ? word.toUpperCase() : word;
        return i > 0 && SMALL.has(word) ? word : capitalise(word);
      });
    const shift = out.length + 2 - start;
    out += `\n\n${head}`;
    for (const name of names) {
      if (name.start >= start && name.end <= start + head.length)
        all.push({ ...name, start: name.start + shift, end: name.end + shift });
    }
  }
  return { text: out, names: all };
}
