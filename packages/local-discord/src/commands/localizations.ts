import { isRecord } from '../checks/component-tree.js';

const KEYS = ['name_localizations', 'description_localizations'] as const;

/** A command, or anything in one, as Discord keeps it: a translation that says what the default says is ignored. */
export function settleLocalizations(node: unknown): unknown {
  return change(node, (localized, standard) => {
    const own = Object.entries(localized).filter(([, text]) => text !== standard);
    return own.length === 0 ? null : Object.fromEntries(own);
  });
}

/** A command, its options and their choices without any translation. */
export function dropLocalizations(node: unknown): unknown {
  return change(node, () => undefined);
}

/** Changes the translations of a command and all within it; undefined leaves the field out. */
function change(
  node: unknown,
  settle: (
    localized: Record<string, unknown>,
    standard: unknown,
  ) => Record<string, unknown> | null | undefined,
): unknown {
  if (Array.isArray(node)) return node.map((item) => change(item, settle));
  if (!isRecord(node)) return node;
  const changed = Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'options' || key === 'choices') return [[key, change(value, settle)]];
    if (!KEYS.some((known) => known === key)) return [[key, value]];
    const settled = settle(isRecord(value) ? value : {}, node[key.replace('_localizations', '')]);
    return settled === undefined ? [] : [[key, settled]];
  });
  return Object.fromEntries(changed);
}
