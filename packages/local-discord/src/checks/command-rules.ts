import { isRecord } from './component-tree.js';
import { findLocaleViolations, findSameNames, type TwinRule } from './localization-rules.js';
import { type Path, type Violation, violation } from './violation.js';

/** Names of slash commands and options: https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming. */
const NAME_FORM = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Characters over the names, descriptions and values of a command, its options and their choices. */
const COMMAND_TOTAL = 8_000;

const CHAT_INPUT = 1;
const SUB_COMMAND = 1;
const SUB_COMMAND_GROUP = 2;
/** Option types that take `choices` and `autocomplete`: string, integer, number. */
const CHOICE_TYPES = [3, 4, 10];

const OPTION_TWINS: TwinRule = {
  rule: 'option-name-unique',
  code: 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
  message: 'Option name must be unique',
};

/** What the published schema leaves out of one command; `isPartial` for an edit, which may leave fields out. */
export function findCommandViolations(body: unknown, { isPartial = false } = {}): Violation[] {
  if (!isRecord(body)) return [];
  const isChatInput = (body.type ?? CHAT_INPUT) === CHAT_INPUT;
  const found = isChatInput ? findNameViolations(body, []) : checkMenuCommand(body);
  if (isChatInput && !isPartial && (typeof body.description !== 'string' || body.description === '')) {
    found.push(
      violation('command-description', ['description'], 'BASE_TYPE_REQUIRED', 'This field is required'),
    );
  }
  found.push(...findLocaleViolations(body, []), ...findOptionViolations(body.options, ['options'], 0));
  if (Array.isArray(body.contexts) && new Set(body.contexts).size < body.contexts.length) {
    found.push(violation('contexts-unique', ['contexts'], 'SET_TYPE_UNIQUE', 'Contexts must be unique.'));
  }
  if (countCharacters(body) > COMMAND_TOTAL) {
    const message = `Command exceeds maximum size (${COMMAND_TOTAL})`;
    found.push(violation('command-total', [], 'APPLICATION_COMMAND_TOO_LARGE', message));
  }
  return found;
}

function checkMenuCommand(body: Record<string, unknown>): Violation[] {
  const found: Violation[] = [];
  const translated = isRecord(body.description_localizations) ? body.description_localizations : {};
  const isDescribed = typeof body.description === 'string' && body.description !== '';
  if (isDescribed || Object.keys(translated).length > 0) {
    const message = 'Context menu commands cannot have description';
    found.push(
      violation('menu-description', ['description'], 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', message),
    );
  }
  if (Array.isArray(body.options) && body.options.length > 0) {
    const message = 'Context menu commands cannot have options';
    found.push(violation('menu-options', ['options'], 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', message));
  }
  if (typeof body.name === 'string' && body.name.trim() !== body.name) {
    found.push(
      violation('menu-name', ['name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
    );
  }
  return found;
}

function findNameViolations(named: Record<string, unknown>, path: Path): Violation[] {
  const localized = isRecord(named.name_localizations) ? Object.entries(named.name_localizations) : [];
  const names: [Path, unknown][] = [
    [[...path, 'name'], named.name],
    ...localized.map(([locale, name]): [Path, unknown] => [[...path, 'name_localizations', locale], name]),
  ];
  return names.flatMap(([where, name]) => {
    if (typeof name !== 'string' || (NAME_FORM.test(name) && name === name.toLowerCase())) return [];
    return [violation('command-name', where, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
  });
}

function findOptionViolations(options: unknown, path: Path, depth: number): Violation[] {
  if (!Array.isArray(options)) return [];
  const found = findSameNames(options, path, OPTION_TWINS);
  let hasOptional = false;
  const kinds = new Set<boolean>();
  options.forEach((option: unknown, index) => {
    if (!isRecord(option)) return;
    const here = [...path, index];
    const isSub = option.type === SUB_COMMAND || option.type === SUB_COMMAND_GROUP;
    kinds.add(isSub);
    found.push(...findNameViolations(option, here), ...findLocaleViolations(option, here));
    if (isSub) {
      found.push(...checkSubCommand(option, here, depth));
      return;
    }
    if (option.required === true && hasOptional) {
      const message = 'Required options must be placed before non-required options';
      found.push(violation('required-first', here, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message));
    }
    if (option.required !== true) hasOptional = true;
    found.push(...findChoiceViolations(option, here), ...findRangeViolations(option, here));
  });
  if (kinds.size > 1) {
    const message =
      'Sub-command and sub-command group option types are mutually exclusive to all other types';
    found.push(violation('sub-command-mix', path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message));
  }
  return found;
}

function checkSubCommand(option: Record<string, unknown>, here: Path, depth: number): Violation[] {
  const isTooDeep = option.type === SUB_COMMAND_GROUP ? depth > 0 : depth > 1;
  const inner = findOptionViolations(option.options, [...here, 'options'], depth + 1);
  if (!isTooDeep) return inner;
  const message = 'Sub-commands nest one group deep at most';
  return [
    violation('sub-command-depth', here, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message),
    ...inner,
  ];
}

function findChoiceViolations(option: Record<string, unknown>, here: Path): Violation[] {
  const choices: unknown[] = Array.isArray(option.choices) ? option.choices : [];
  const found: Violation[] = [];
  const takesChoices = CHOICE_TYPES.some((type) => type === option.type);
  if (!takesChoices && (option.autocomplete === true || choices.length > 0)) {
    const message = 'Options of this type take neither choices nor autocomplete';
    found.push(violation('choices-type', here, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message));
  }
  if (option.autocomplete === true && choices.length > 0) {
    const message = 'Choices and autocomplete are mutually exclusive';
    found.push(
      violation('choices-or-autocomplete', here, 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', message),
    );
  }
  for (const key of ['name', 'value'] as const) {
    const seen = new Set<unknown>();
    choices.forEach((choice, index) => {
      const value = isRecord(choice) ? choice[key] : undefined;
      if (seen.has(value)) {
        const message = `Option choice ${key}s must be unique`;
        found.push(
          violation(
            'choice-unique',
            [...here, 'choices', index, key],
            'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS',
            message,
          ),
        );
      }
      seen.add(value);
    });
  }
  return found;
}

function findRangeViolations(option: Record<string, unknown>, here: Path): Violation[] {
  return (
    [
      ['min_length', 'max_length'],
      ['min_value', 'max_value'],
    ] as const
  ).flatMap(([low, high]) => {
    const min = option[low];
    const max = option[high];
    if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return [];
    const message = `Value should be less than or equal to ${max}.`;
    return [violation('option-range', [...here, low], 'NUMBER_TYPE_MAX', message)];
  });
}

/** Each text counts in its longest translation. */
function countCharacters(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, inner) => sum + countCharacters(inner), 0);
  if (!isRecord(node)) return 0;
  const longest = (key: string) => {
    const localized = node[`${key}_localizations`];
    const texts = [node[key], ...(isRecord(localized) ? Object.values(localized) : [])];
    return Math.max(0, ...texts.map((text) => (typeof text === 'string' ? text.length : 0)));
  };
  const value = typeof node.value === 'string' ? node.value.length : 0;
  return (
    longest('name') +
    longest('description') +
    value +
    countCharacters(node.options) +
    countCharacters(node.choices)
  );
}
