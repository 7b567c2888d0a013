import { childrenOf, walk } from '../checks/component-tree.js';

/** A component as the API gives it, loosely: the checks have been through its form. */
export type FoundComponent = { type: number } & Record<string, unknown>;

/** Every component of a message or modal, depth first. */
export function listComponents(parent: unknown): FoundComponent[] {
  return childrenOf(parent, [])
    .flatMap(walk)
    .map(({ component }) => component);
}

/** The component with this custom_id, or else this label; undefined for none. */
export function findComponent(parent: unknown, name: string): FoundComponent | undefined {
  const all = listComponents(parent);
  return all.find(({ custom_id: id }) => id === name) ?? all.find(({ label }) => label === name);
}
