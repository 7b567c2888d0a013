import { childrenOf, findDuplicateIds, isRecord, walk } from './component-tree.js';
import { checkSelect } from './select-checks.js';
import { type Check, type Path, type Violation, violation } from './violation.js';

/** Top-level components of a modal. */
const MAX_MODAL_COMPONENTS = 5;
const ACTION_ROW = 1;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const LABEL = 18;

/** What the published schema leaves out of modals: https://discord.com/developers/docs/components/reference. */
export const modal: Check = {
  name: 'modal',
  find(body) {
    const data = isRecord(body) ? body.data : undefined;
    const top = childrenOf(data, ['data']);
    const all = top.flatMap(walk);
    const found: Violation[] = findDuplicateIds(all);
    if (top.length > MAX_MODAL_COMPONENTS) {
      const message = `Must be between 1 and ${MAX_MODAL_COMPONENTS} in length.`;
      found.push(violation('modal-component-count', ['data', 'components'], 'BASE_TYPE_BAD_LENGTH', message));
    }
    for (const { component, path } of all) {
      if (component.type === STRING_SELECT) found.push(...checkSelect(component, path));
      if (component.type === ACTION_ROW && childrenOf(component, path).length > 1) {
        const message = 'The specified component exceeds the maximum width';
        found.push(
          violation('modal-row-width', [...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message),
        );
      }
      if (component.type !== TEXT_INPUT) continue;
      const isLabelled = path.at(-1) === 'component';
      if (!isLabelled && typeof component.label !== 'string') {
        found.push(
          violation('text-input-label', [...path, 'label'], 'BASE_TYPE_REQUIRED', 'This field is required'),
        );
      }
      if (isLabelled && typeof component.label === 'string') {
        const message = `A text input inside a component of type ${LABEL} cannot have a label of its own.`;
        found.push(violation('text-input-label', [...path, 'label'], 'COMPONENT_LABEL_DUPLICATED', message));
      }
      found.push(...checkLengths(component, path));
    }
    return found;
  },
};

function checkLengths(input: Record<string, unknown>, path: Path): Violation[] {
  const { min_length: min, max_length: max, value } = input;
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    return [
      violation(
        'text-input-range',
        [...path, 'min_length'],
        'NUMBER_TYPE_MAX',
        `Value should be less than or equal to ${max}.`,
      ),
    ];
  }
  if (typeof value === 'string' && typeof max === 'number' && value.length > max) {
    return [
      violation(
        'text-input-value',
        [...path, 'value'],
        'BASE_TYPE_MAX_LENGTH',
        `Must be ${max} or fewer in length.`,
      ),
    ];
  }
  return [];
}
