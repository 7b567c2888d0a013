import { isRecord } from './component-tree.js';
import { type Check, violation } from './violation.js';

/** Characters of a choice's value as autocomplete may give it; the published schema allows 6,000. */
const CHOICE_VALUE_LENGTH = 100;

/** The choices of an autocomplete response; their number and their names' length are in the published schema. */
export const autocompleteChoices: Check = {
  name: 'autocomplete-choices',
  find(data) {
    const choices: unknown[] = isRecord(data) && Array.isArray(data.choices) ? data.choices : [];
    return choices.flatMap((choice, index) => {
      const value = isRecord(choice) ? choice.value : undefined;
      if (typeof value !== 'string' || value.length <= CHOICE_VALUE_LENGTH) return [];
      const message = `Must be ${CHOICE_VALUE_LENGTH} or fewer in length.`;
      return [violation('choice-value-length', ['choices', index, 'value'], 'BASE_TYPE_MAX_LENGTH', message)];
    });
  },
};
