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

/** The `components` of a body or a component; empty where there are none. */
export function childrenOf(parent: unknown, path: Path): Placed[] {
  const list = isRecord(parent) && Array.isArray(parent.components) ? parent.components : [];
  return list.flatMap((value: unknown, index) => {
    const component = componentSchema.safeParse(value).data;
    return component === undefined ? [] : [{ component, path: [...path, 'components', index] }];
  });
}

/** No two components of a message or modal share a custom_id. */
export function findDuplicateIds(all: readonly Placed[]): Violation[] {
  const seen = new Set<string>();
  return all.flatMap(({ component, path }) => {
    const id = component.custom_id;
    if (typeof id !== 'string') return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = 'Component custom id cannot be duplicated';
    return [
      violation('duplicate-custom-id', [...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', message),
    ];
  });
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
