import { expect, test } from 'vitest';
import { isOtherFigure } from '../../src/answer/same-figure.js';

test('figures differ where they cannot both be right', () => {
  const pairs = [
    ['12', '15'],
    ['at least 12', '15'],
    ['forty', '44'],
    ['$3.5 million', '$4m'],
    ['40 percent', '55%'],
    ['nearly 3,000', '2,400'],
    ['1.2 million', '1.4 million'],
    ['1,214', '1,215'],
  ] as const;
  expect(pairs.filter(([one, other]) => !isOtherFigure(one, other))).toEqual([]);
});

test('figures are the same in other words, rounded, or rough enough, and are not compared in two units', () => {
  const pairs = [
    ['40', 'forty'],
    ['Forty', 'about 40'],
    ['2 million', 'two million'],
    ['nearly 3,000', '2,950'],
    ['more than 40', '43'],
    ['1.2 million', '1,214,000'],
    ['5,000', '4,980'],
    ['250,000', '250 thousand'],
    ['40 percent', '40%'],
    ['$3 million', '€4 million'],
    ['12 km', '7 miles'],
    ['40 to 60', '100'],
    ['dozens', '40'],
    ['$3.5m', 'US$3.5 million'],
    ['16’157', '16,157'],
  ] as const;
  expect(pairs.filter(([one, other]) => isOtherFigure(one, other))).toEqual([]);
});
