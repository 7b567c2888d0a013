import { type Component, childrenOf, walk } from '../checks/component-tree.js';

/** Every component of a message or modal, depth first. */
export function listComponents(parent: unknown): Component[] {
  return childrenOf(parent, [])
    .flatMap(walk)
    .map(({ component }) => component);
}

/** The component with this custom_id, or else this label; undefined for none. */
export function findComponent(parent: unknown, name: string): Component | undefined {
  const all = listComponents(parent);
  return all.find(({ custom_id: id }) => id === name) ?? all.find(({ label }) => label === name);
}
