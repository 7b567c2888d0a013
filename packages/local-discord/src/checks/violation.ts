/** Where something is in a request's body, as Discord names fields: `['embeds', 0, 'title']`; empty for the request as a whole. */
export type Path = readonly (string | number)[];

/** One breach as a check finds it, before it is known which request it was in. */
export interface Violation {
  /** The rule's name in kebab-case: `schema` or one of the limits that the published schema leaves out, such as `embed-total`. */
  rule: string;
  path: Path;
  /** Discord's code for the kind of error, such as `BASE_TYPE_MAX_LENGTH`. */
  code: string;
  /** One sentence as Discord would say it. */
  message: string;
}

/** Makes a violation. */
export function violation(rule: string, path: Path, code: string, message: string): Violation {
  return { rule, path, code, message };
}

/** Looks through a request's body; an empty array when all is well. */
export interface Check {
  name: string;
  find(body: unknown): Violation[];
}

/** The nested object that Discord puts under `errors`: a key for each step of the path, `_errors` at its end. */
export type ErrorTree = { [key: string]: ErrorTree | { code: string; message: string }[] };

/** Nests violations as Discord does: `{ embeds: { 0: { title: { _errors: [{ code, message }] } } } }`. */
export function toErrorTree(violations: readonly Violation[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of violations) {
    let node = root;
    for (const step of path) {
      const known = node[String(step)];
      const next: ErrorTree = known === undefined || Array.isArray(known) ? {} : known;
      node[String(step)] = next;
      node = next;
    }
    const errors = Array.isArray(node._errors) ? node._errors : [];
    node._errors = [...errors, { code, message }];
  }
  return root;
}
