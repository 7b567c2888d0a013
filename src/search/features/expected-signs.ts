import type { AskedKind } from '../../language/asked-kind.js';
import { SIGN } from '../token-signs.js';

/** The number by which the trees know each kind of question. */
export const KIND_NUMBERS: Readonly<Record<AskedKind, number>> = {
  person: 0,
  group: 1,
  place: 2,
  date: 3,
  duration: 4,
  number: 5,
  amount: 6,
  reason: 7,
  manner: 8,
  definition: 9,
  statement: 10,
  'yes-no': 11,
  thing: 12,
  keywords: 13,
  percent: 14,
  age: 15,
  measure: 16,
  frequency: 17,
};

/** For each kind of question the signs of which an answer has at least one; 0 where anything may answer. */
export const EXPECTED: Readonly<Record<AskedKind, number>> = {
  person: SIGN.name,
  group: SIGN.name,
  place: SIGN.place,
  date: SIGN.date,
  duration: SIGN.unit,
  number: SIGN.number,
  amount: SIGN.money | SIGN.number,
  percent: SIGN.percent,
  age: SIGN.age,
  measure: SIGN.measure,
  frequency: SIGN.often,
  reason: SIGN.reason,
  manner: SIGN.manner,
  definition: SIGN.copula,
  statement: SIGN.quote | SIGN.speech,
  'yes-no': 0,
  thing: 0,
  keywords: 0,
};

/** For each kind that asks for someone or something named, the sign of such an entity. */
export const EXPECTED_ENTITY: Readonly<Partial<Record<AskedKind, number>>> = {
  person: SIGN.person,
  group: SIGN.organisation,
  place: SIGN.location,
};
