import { isRecord, type Placed } from './component-tree.js';
import { type Violation, violation } from './violation.js';

/** The flag IS_COMPONENTS_V2: all that a message shows is its components. https://docs.discord.com/developers/components/reference */
export const COMPONENTS_V2 = 1 << 15;

/** Components that a message may have only with that flag. */
const V2_TYPES = [9, 10, 11, 12, 13, 14, 17];
const TEXT_DISPLAY = 10;

/** Characters of all text displays of a message together. */
const TEXT_TOTAL = 4_000;

/** What such a message shows nothing of. */
const LEGACY_FIELDS = ['content', 'embeds', 'poll', 'sticker_ids'];

/** What a message may hold with the flag, and what without. */
export function checkVersion(all: readonly Placed[], body: unknown, flags: number): Violation[] {
  return (flags & COMPONENTS_V2) === 0
    ? findUnflagged(all)
    : [...findLegacy(isRecord(body) ? body : {}), ...measureText(all)];
}

/** The fields beside the components that such a message may not have. */
export function findLegacy(body: object): Violation[] {
  const given = new Map(Object.entries(body));
  const isFilled = (value: unknown): boolean =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
  return LEGACY_FIELDS.filter((key) => isFilled(given.get(key))).map((key) =>
    violation(
      'components-v2-only',
      [key],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
}

function findUnflagged(all: readonly Placed[]): Violation[] {
  const message = 'Value of field "type" must be one of (1,).';
  return all.flatMap(({ component, path }) =>
    V2_TYPES.includes(component.type) && path.length === 2
      ? [violation('components-v2-flag', [...path, 'type'], 'UNION_TYPE_CHOICES', message)]
      : [],
  );
}

function measureText(all: readonly Placed[]): Violation[] {
  const texts = all.map(({ component: { type, content } }) =>
    type === TEXT_DISPLAY && typeof content === 'string' ? content : '',
  );
  if (texts.join('').length <= TEXT_TOTAL) return [];
  const message = `The displayable text of a message has at most ${TEXT_TOTAL} characters.`;
  return [violation('text-total', ['components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message)];
}
