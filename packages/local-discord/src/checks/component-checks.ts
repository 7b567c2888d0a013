import {
  type Component,
  childrenOf,
  findDuplicateIds,
  isRecord,
  type Placed,
  walk,
} from './component-tree.js';
import { checkSelect } from './select-checks.js';
import { COMPONENTS_V2, checkVersion } from './version-checks.js';
import { type Check, type Path, type Violation, violation } from './violation.js';

/** Rows of a message, buttons of a row. https://discord.com/developers/docs/components/reference */
const MAX_ROWS = 5;
const MAX_BUTTONS = 5;
/** Components of a message altogether. */
const MAX_COMPONENTS = 40;
const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;
const ACTION_ROW = 1;
const BUTTON = 2;
const SELECT_TYPES = [3, 5, 6, 7, 8];

/** Everything that the published schema leaves out of messages' components. */
export const messageComponents: Check = {
  name: 'message-components',
  find(body) {
    const top = childrenOf(body, []);
    const all = top.flatMap(walk);
    const flags = isRecord(body) && typeof body.flags === 'number' ? body.flags : 0;
    return [
      ...countRows(top, flags),
      ...all.flatMap(({ component, path }) =>
        component.type === ACTION_ROW ? checkRow(component, path) : [],
      ),
      ...all.flatMap(({ component, path }) =>
        component.type === BUTTON ? checkButton(component, path) : [],
      ),
      ...all.flatMap(({ component, path }) =>
        SELECT_TYPES.includes(component.type) ? checkSelect(component, path) : [],
      ),
      ...findDuplicateIds(all),
      ...checkVersion(all, body, flags),
      ...(all.length > MAX_COMPONENTS
        ? [
            violation(
              'component-total',
              ['components'],
              'BASE_TYPE_MAX_LENGTH',
              `Must be ${MAX_COMPONENTS} or fewer in length.`,
            ),
          ]
        : []),
    ];
  },
};

function countRows(top: readonly Placed[], flags: number): Violation[] {
  if ((flags & COMPONENTS_V2) !== 0 || top.length <= MAX_ROWS) return [];
  return [
    violation(
      'row-count',
      ['components'],
      'BASE_TYPE_BAD_LENGTH',
      `Must be between 1 and ${MAX_ROWS} in length.`,
    ),
  ];
}

function checkRow(row: Component, path: Path): Violation[] {
  const inner = childrenOf(row, path);
  const buttons = inner.filter(({ component }) => component.type === BUTTON);
  const selects = inner.filter(({ component }) => SELECT_TYPES.includes(component.type));
  const code = 'COMPONENT_LAYOUT_WIDTH_EXCEEDED';
  if (buttons.length > MAX_BUTTONS) {
    return [
      violation('button-count', [...path, 'components'], code, `A row holds at most ${MAX_BUTTONS} buttons.`),
    ];
  }
  if (selects.length > 1 || (selects.length === 1 && buttons.length > 0)) {
    return [
      violation(
        'select-alone',
        [...path, 'components'],
        code,
        'The specified component exceeds the maximum width',
      ),
    ];
  }
  return [];
}

function checkButton(button: Component, path: Path): Violation[] {
  const found: Violation[] = [];
  const has = (key: string) => button[key] !== undefined && button[key] !== null && button[key] !== '';
  const required = (rule: string, key: string, why: string) =>
    found.push(violation(rule, [...path, key], 'BASE_TYPE_REQUIRED', why));
  if (button.style === LINK_STYLE) {
    if (!has('url')) required('link-button-url', 'url', 'A url is required');
    if (has('custom_id')) {
      const message = 'A custom id and url cannot both be specified';
      found.push(
        violation(
          'link-button-custom-id',
          [...path, 'custom_id'],
          'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
          message,
        ),
      );
    }
    if (typeof button.url === 'string' && has('url') && !/^(https?|discord):\/\//i.test(button.url)) {
      const message = `Scheme "${button.url.split(':')[0]}" is not supported. Scheme must be one of ('http', 'https', 'discord').`;
      found.push(violation('link-button-scheme', [...path, 'url'], 'URL_TYPE_INVALID_SCHEME', message));
    }
  } else if (button.style !== PREMIUM_STYLE) {
    if (!has('custom_id')) required('button-custom-id', 'custom_id', 'A custom id is required');
    if (has('url')) {
      const message = 'A custom id and url cannot both be specified';
      found.push(
        violation(
          'button-url',
          [...path, 'url'],
          'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
          message,
        ),
      );
    }
  }
  if (button.style !== PREMIUM_STYLE && !has('label') && !has('emoji')) {
    required('button-label', 'label', 'A button needs a label or an emoji');
  }
  return found;
}
