import { type Component, isRecord } from './component-tree.js';
import { type Path, type Violation, violation } from './violation.js';

/** Values of a select are unique, and min_values, max_values and the number of options agree. */
export function checkSelect(select: Component, path: Path): Violation[] {
  const found: Violation[] = [];
  const options = Array.isArray(select.options) ? select.options.filter(isRecord) : undefined;
  const min = typeof select.min_values === 'number' ? select.min_values : 1;
  const max = typeof select.max_values === 'number' ? select.max_values : 1;
  const values = options?.map((option) => option.value) ?? [];
  values.forEach((value, index) => {
    if (values.indexOf(value) === index) return;
    const message = 'The specified option value is already used';
    found.push(
      violation(
        'select-value-unique',
        [...path, 'options', index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message,
      ),
    );
  });
  if (min > max) {
    found.push(
      violation(
        'select-range',
        [...path, 'min_values'],
        'NUMBER_TYPE_MAX',
        `Value should be less than or equal to ${max}.`,
      ),
    );
  }
  if (options !== undefined && max > options.length) {
    found.push(
      violation(
        'select-range',
        [...path, 'max_values'],
        'NUMBER_TYPE_MAX',
        `Value should be less than or equal to ${options.length}.`,
      ),
    );
  }
  const defaults = options?.filter((option) => option.default === true).length ?? 0;
  if (defaults > max) {
    found.push(
      violation(
        'select-defaults',
        [...path, 'options'],
        'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
        `At most ${max} options can be default.`,
      ),
    );
  }
  return found;
}
