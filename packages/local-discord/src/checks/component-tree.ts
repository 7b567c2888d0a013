import { z } from 'zod';
import { type Path, type Violation, violation } from './violation.js';

const componentSchema = z.looseObject({ type: z.number() });
/** A component, loosely: the published schema has been through its form. */
export type Component = z.infer<typeof componentSchema>;

/** A component with where it is in the request. */
export interface Placed {
  component: Component;
  path: Path;
}

/** A component and all within it, depth first. */
export function walk({ component, path }: Placed): Placed[] {
  const accessory = componentSchema.safeParse(component.accessory).data;
  const inner = componentSchema.safeParse(component.component).data;
  return [
    { component, path },
    ...childrenOf(component, path).flatMap(walk),
    ...(accessory === undefined ? [] : [{ component: accessory, path: [...path, 'accessory'] }]),
    ...(inner === undefined ? [] : [{ component: inner, path: [...path, 'component'] }]),
  ];
}

/** The `components` of a body or a component; empty if there are none. */
export function childrenOf(parent: unknown, path: Path): Placed[] {
  const list = isRecord(parent) && Array.isArray(parent.components) ? parent.components : [];
  return list.flatMap((value: unknown, index) => {
    const component = componentSchema.safeParse(value).data;
    return component === undefined ? [] : [{ component, path: [...path, 'components', index] }];
  });
}

/** No two components of a message or modal share a custom_id, nor an id. */
export function findDuplicateIds(all: readonly Placed[]): Violation[] {
  const custom = findRepeated(all, 'custom_id').map((path) =>
    violation(
      'duplicate-custom-id',
      path,
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    ),
  );
  const numbers = findRepeated(all, 'id').map((path) =>
    violation('duplicate-id', path, 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
  );
  return [...custom, ...numbers];
}

/** Where a key has a value, other than 0, that it has before too. */
function findRepeated(all: readonly Placed[], key: 'id' | 'custom_id'): Path[] {
  const seen = new Set<unknown>();
  return all.flatMap(({ component, path }) => {
    const value = component[key];
    if ((typeof value !== 'string' && typeof value !== 'number') || value === 0) return [];
    if (seen.has(value)) return [[...path, key]];
    seen.add(value);
    return [];
  });
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
