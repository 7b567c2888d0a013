import { Locale } from 'discord-api-types/v10';
import { isRecord } from './component-tree.js';
import { type Path, type Violation, violation } from './violation.js';

/** https://discord.com/developers/docs/reference#locales; clients speak others too (Hebrew, Arabic), for which commands have no names. */
const LOCALES = new Set<string>(Object.values(Locale));

/** Translations of a command's or an option's name and description into languages for which Discord has none. */
export function findLocaleViolations(named: Record<string, unknown>, path: Path): Violation[] {
  return ['name_localizations', 'description_localizations'].flatMap((key) => {
    const localized = named[key];
    return isRecord(localized)
      ? Object.keys(localized)
          .filter((locale) => !LOCALES.has(locale))
          .map((locale) =>
            violation(
              'locale',
              [...path, key, locale],
              'ENUM_TYPE_COERCE',
              `Value "${locale}" is not a valid enum value.`,
            ),
          )
      : [];
  });
}

/** How a breach among commands or among options is told. */
export interface TwinRule {
  readonly rule: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Of commands of one kind, or options of one command: names that are the same, by default or in a language. A
 * translated name differs from every other default name too, as both are typed.
 * https://discord.com/developers/docs/interactions/application-commands#localization
 */
export function findSameNames(siblings: readonly unknown[], path: Path, told: TwinRule): Violation[] {
  const found: Violation[] = [];
  const defaults = new Map<unknown, number>();
  siblings.forEach((sibling, index) => {
    if (!isRecord(sibling)) return;
    if (defaults.has(sibling.name))
      found.push(violation(told.rule, [...path, index, 'name'], told.code, told.message));
    else defaults.set(sibling.name, index);
  });
  const taken = new Set<string>();
  siblings.forEach((sibling, index) => {
    if (!isRecord(sibling) || !isRecord(sibling.name_localizations)) return;
    for (const [locale, name] of Object.entries(sibling.name_localizations)) {
      const key = JSON.stringify([locale, name]);
      const other = defaults.get(name);
      if (taken.has(key) || (other !== undefined && other !== index && siblings[other] !== undefined)) {
        const where = [...path, index, 'name_localizations', locale];
        found.push(violation(told.rule, where, told.code, told.message));
      }
      taken.add(key);
    }
  });
  return found;
}
