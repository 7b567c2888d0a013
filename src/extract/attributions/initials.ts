import type { Entity } from '../entity.js';

const INITIALS = /^\p{Lu}{2,3}$/u;

/** The only person whose initials a label is: "NK" before an answer of Nadezhda Kwon; undefined if there is none, or are two. */
export function findByInitials(entities: readonly Entity[], label: string): Entity | undefined {
  if (!INITIALS.test(label)) return undefined;
  const found = entities.filter(({ kind, name }) => kind === 'person' && initialsOf(name) === label);
  return found.length === 1 ? found[0] : undefined;
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/u)
    .map((word) => word.slice(0, 1))
    .join('');
}
