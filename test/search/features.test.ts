import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/article/create-article.js';
import { readWith } from '../../src/extract/read-article.js';
import { readAsset } from '../../src/files/assets.js';
import { analyseQuestion } from '../../src/language/question.js';
import { parseRelatedWords } from '../../src/language/related-words.js';
import { parseWordVectors } from '../../src/language/vectors.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { profileOf } from '../../src/search/article-profile.js';
import { ASK_WEIGHTS } from '../../src/search/ask-models.js';
import { featureQuestion } from '../../src/search/feature-question.js';
import { FEATURES } from '../../src/search/features/candidate-features.js';
import { lacksKind } from '../../src/search/lacks-kind.js';
import { sharesNamesOnly } from '../../src/search/shares-names-only.js';
import { tellsAge } from '../../src/search/tells-age.js';
import { SIGN } from '../../src/search/token-signs.js';

const lexicon = {
  vectors: parseWordVectors(readAsset(ASK_WEIGHTS.vectors)),
  related: parseRelatedWords(readAsset(ASK_WEIGHTS.related)),
};
const read = readWith({ names: loadNameModel() });
const meta = { title: 'battle', url: null, author: null, publisher: null, published: null, language: 'en' };

function readText(text: string) {
  return read(createArticle({ id: 'battle', meta, text }));
}

/** The features of the sentence that holds the given words, by name. */
function featuresOf(text: string, question: string, words: string): ReadonlyMap<string, number> {
  const reading = readText(text);
  const { candidates } = featureQuestion([reading], analyseQuestion(question), lexicon);
  const { sentences, text: article } = reading.article;
  const found = candidates.find(({ index }) => {
    const sentence = sentences[index];
    return sentence !== undefined && article.slice(sentence.start, sentence.end).includes(words);
  });
  if (found === undefined) throw new Error(`No candidate holds "${words}".`);
  return new Map(FEATURES.map((name, i) => [name, found.features[i] ?? 0]));
}

const BATTLE =
  'The raid on Quillhaven lasted two days. In all, 1,200 sailors were slaughtered there. ' +
  'According to the Marrow Gazette, nobody was warned. Captain Ada Thorne, 41, bought the wreck.';

describe('features of a sentence', () => {
  it('count a word that stands for one asked, and the number of what is counted', () => {
    const features = featuresOf(BATTLE, 'How many sailors were killed?', 'slaughtered');
    expect(features.get('coverage')).toBeLessThan(0.6);
    expect(features.get('coverage-related')).toBeGreaterThan(0.65);
    expect(features.get('verb-related')).toBeCloseTo(0.48);
    expect(features.get('count-of-focus')).toBe(1);
  });

  it('see an irregular form as its word', () => {
    expect(featuresOf(BATTLE, 'Who will buy the wreck?', 'bought').get('coverage')).toBe(1);
  });

  it('see who told something, and what kind of name is asked for', () => {
    const features = featuresOf(BATTLE, 'Which outlet reported that nobody was warned?', 'According');
    expect(features.get('teller')).toBe(1);
    expect(features.get('expected')).toBe(1);
  });

  it('see an age where an age is asked for, and none where there is none', () => {
    expect(featuresOf(BATTLE, 'How old is Ada Thorne?', 'Thorne').get('expected')).toBe(1);
    expect(featuresOf(BATTLE, 'How old was the raid on Quillhaven?', 'raid').get('expected')).toBe(0);
  });

  it('find a name by its initials, small words inside it or not', () => {
    const text = 'The National Alliance to End Floods met in May. A boat sank.';
    expect(featuresOf(text, 'When did the NAEF meet?', 'Alliance').get('coverage')).toBe(1);
    expect(featuresOf(text, 'When did the N.A.T.E.F. meet?', 'Alliance').get('coverage')).toBe(1);
  });

  it('find names typed without their accents', () => {
    const text = 'İlkay Gündoğan joined Łódź in June. A boat sank.';
    expect(featuresOf(text, 'When did Ilkay Gundogan join Lodz?', 'joined').get('coverage')).toBe(1);
  });
});

describe('signs of words', () => {
  it.each([
    ['He is 22 years old.', '22', SIGN.age],
    ['A 22-year-old won.', '22', SIGN.age],
    ['Tolls rose by 5 percent.', 'percent', SIGN.percent],
    ['Tolls rose by 5 per cent.', '5', SIGN.percent],
    ['It is 9 metres high.', 'metres', SIGN.measure],
    ['It meets twice a year.', 'twice', SIGN.often],
    ['The Gazette reported a loss.', 'reported', SIGN.source],
    ['It was not so.', 'not', SIGN.negation],
  ])('in "%s" tell what "%s" may answer', (text, word, sign) => {
    const profile = profileOf(readText(text));
    const [sentence] = profile.sentences;
    const place = sentence?.tokens.findIndex(({ norm }) => norm === word) ?? -1;
    expect(place).toBeGreaterThanOrEqual(0);
    expect((profile.signsOf(0)[place] ?? 0) & sign).toBe(sign);
  });

  it('take no year between commas for an age', () => {
    const profile = profileOf(readText('In Saltgate, 1987, it snowed.'));
    expect(profile.allSignsOf(0) & SIGN.age).toBe(0);
  });
});

describe('an age', () => {
  it.each([
    ['Ada Thorne, 41, bought it.', true],
    ['She was born in 1984.', true],
    ['He died at 93.', true],
    ['She turned 60 in May.', true],
    ['She paid 41 crowns.', false],
    ['Netanyahu wants peace that lasts.', false],
  ])('in "%s": %s', (text, isTold) => {
    expect(tellsAge(profileOf(readText(text)), 0)).toBe(isTold);
  });
});

describe('a sentence that has nothing of what is asked', () => {
  const near = (text: string, question: string) => {
    const featured = featureQuestion([readText(text)], analyseQuestion(question), lexicon);
    const [first] = featured.candidates;
    if (first === undefined) throw new Error('Nothing was found.');
    return { names: sharesNamesOnly(featured, first), degree: lacksKind(featured.asked.question, first) };
  };

  it.each([
    ['Captain Ada Thorne sank the ship.', 'Where was Ada Thorne born?', true],
    ['Captain Ada Thorne bought the ship.', 'Who purchased it for Ada Thorne?', false],
    ['Captain Ada Thorne sank the ship.', 'Which ship did Ada Thorne sink?', false],
    ['Captain Ada Thorne sank the ship.', 'Who is Ada Thorne?', false],
  ])('"%s" shares names only with "%s": %s', (text, question, isOnlyNames) => {
    expect(near(text, question).names).toBe(isOnlyNames);
  });

  it.each([
    ['Ada Thorne sank 41 ships.', 'How tall is Ada Thorne?', true],
    ['Ada Thorne is 2 metres tall.', 'How tall is Ada Thorne?', false],
    ['Ada Thorne sailed to Velden.', 'How long did Ada Thorne sail?', true],
    ['Ada Thorne sailed for two weeks.', 'How long did Ada Thorne sail?', false],
    ['Ada Thorne sailed to Velden.', 'Where did Ada Thorne sail?', false],
  ])('"%s" lacks the degree that "%s" asks for: %s', (text, question, isLacking) => {
    expect(near(text, question).degree).toBe(isLacking);
  });
});
