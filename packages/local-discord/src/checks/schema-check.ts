import type { ZodMiniType } from 'zod/mini';
import type { Check, Path, Violation } from './violation.js';

/** The parts of a zod issue that matter here; zod/mini gives no sentences unless a locale is loaded. */
interface Issue {
  code: string;
  path: readonly PropertyKey[];
  origin?: string;
  minimum?: unknown;
  maximum?: unknown;
  expected?: unknown;
  input?: unknown;
  format?: string;
  errors?: readonly (readonly Issue[])[];
}

/** Checks a body against one of the schemas that Discord publishes. */
export function createSchemaCheck(name: string, schema: ZodMiniType): Check {
  return {
    name: `schema ${name}`,
    find(body) {
      const result = schema.safeParse(body, { reportInput: true });
      return result.success ? [] : result.error.issues.flatMap((issue) => describe(issue, []));
    },
  };
}

function describe(issue: Issue, above: Path): Violation[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'invalid_union' && issue.errors !== undefined && issue.errors.length > 0) {
    return chooseBranch(issue.errors).flatMap((inner) => describe(inner, path));
  }
  return [{ rule: 'schema', path, ...explain(issue) }];
}

/**
 * The complaints of the branch of a union that the sender meant: the one whose literal `type` fits, and of those the
 * one with the fewest. If no type fits, the type itself is what is wrong. Guesses wrong for a union without types
 * whose branches differ in depth: then it reports the simplest of them.
 */
function chooseBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const isAboutType = ({ path }: Issue) => path.length === 1 && path[0] === 'type';
  const isUnmeant = (branch: readonly Issue[]) =>
    branch.some((issue) => isAboutType(issue) || issue.path.length === 0);
  const meant = branches.filter((branch) => !isUnmeant(branch));
  const [best] = (meant.length > 0 ? meant : [...branches]).sort((a, b) => a.length - b.length);
  const type = meant.length > 0 ? undefined : branches.flat().find(isAboutType);
  return type === undefined ? (best ?? []) : [type];
}

function explain(issue: Issue): { code: string; message: string } {
  const isList = issue.origin === 'array';
  if (issue.code === 'too_big') {
    const limit = String(issue.maximum);
    if (issue.origin === 'string' || isList) {
      return {
        code: 'BASE_TYPE_MAX_LENGTH',
        message: `Must be ${limit} or fewer in length.`,
      };
    }
    return { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${limit}.` };
  }
  if (issue.code === 'too_small') {
    const limit = String(issue.minimum);
    if (issue.origin === 'string' || isList) {
      return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${limit} or more in length.` };
    }
    return { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${limit}.` };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  if (issue.code === 'invalid_type') {
    return { code: 'BASE_TYPE_BAD_TYPE', message: `Must be of type ${String(issue.expected)}.` };
  }
  if (issue.code === 'invalid_format' && issue.format === 'url') {
    return { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
  }
  if (issue.code === 'invalid_format' && issue.format === 'datetime') {
    return {
      code: 'DATE_TIME_TYPE_PARSE',
      message: `Could not parse ${JSON.stringify(issue.input)}. Should be ISO8601.`,
    };
  }
  if (issue.code === 'invalid_format') {
    return {
      code: 'STRING_TYPE_REGEX',
      message: `Value ${JSON.stringify(issue.input)} does not match its form.`,
    };
  }
  return {
    code: 'BASE_TYPE_CHOICES',
    message: `Value ${JSON.stringify(issue.input)} is not one of those allowed.`,
  };
}
