import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
} from 'discord-api-spec/zod';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { ZodMiniType } from 'zod/mini';
import { findCommandViolations } from './command-rules.js';
import { isRecord } from './component-tree.js';
import { findSameNames, type TwinRule } from './localization-rules.js';
import { createSchemaCheck } from './schema-check.js';
import { type Check, type Violation, violation } from './violation.js';

/** Commands of one scope by type: 100 slash commands, and 15 each for the menus of users and messages. */
const MAX_COMMANDS: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

/**
 * The published schema wants `default_member_permissions` as a number, while Discord's documentation, its responses
 * and every library have a string of digits; both are taken.
 */
function withNumericPermissions(body: unknown): unknown {
  if (!isRecord(body) || typeof body.default_member_permissions !== 'string') return body;
  const isDigits = /^\d+$/.test(body.default_member_permissions);
  return isDigits ? { ...body, default_member_permissions: Number(body.default_member_permissions) } : body;
}

function createCommandSchemaCheck(name: string, schema: ZodMiniType): Check {
  const check = createSchemaCheck(name, schema);
  return { name: check.name, find: (body) => check.find(withNumericPermissions(body)) };
}

const createSchema = createCommandSchemaCheck(
  'ApplicationCommandCreateRequest',
  ApplicationCommandCreateRequestSchema,
);
const updateSchema = createCommandSchemaCheck(
  'ApplicationCommandUpdateRequest',
  ApplicationCommandUpdateRequestSchema,
);
const rules: Check = { name: 'command-rules', find: findCommandViolations };

/** For a command that is registered by itself. */
export const commandCreateChecks: readonly Check[] = [createSchema, rules];

/** For a change of one command, whose body may hold a part of it. */
export const commandEditChecks: readonly Check[] = [
  createCommandSchemaCheck('ApplicationCommandPatchRequest', ApplicationCommandPatchRequestPartialSchema),
  { name: 'command-rules', find: (body) => findCommandViolations(body, { isPartial: true }) },
];

/** For all commands of a scope at once, which also must differ from one another. */
export const commandBulkChecks: readonly Check[] = [
  {
    name: 'command-list',
    find: (body) =>
      Array.isArray(body)
        ? findTwins(body)
        : [violation('command-list', [], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')],
  },
  eachOf(updateSchema),
  eachOf(rules),
];

/** Too many commands of a type in one scope. */
export function findScopeViolations(commands: readonly APIApplicationCommand[]): Violation[] {
  return Object.entries(MAX_COMMANDS).flatMap(([type, max]) => {
    const count = commands.filter((command) => command.type === Number(type)).length;
    if (count <= max) return [];
    const message = `Maximum number of application commands reached (${max}).`;
    return [violation('command-count', [], 'APPLICATION_COMMANDS_MAXIMUM', message)];
  });
}

function eachOf(check: Check): Check {
  return {
    name: check.name,
    find: (body) =>
      Array.isArray(body)
        ? body.flatMap((command: unknown, index) =>
            check.find(command).map((found) => ({ ...found, path: [index, ...found.path] })),
          )
        : [],
  };
}

/** Commands of one kind that have the same name, by default or in a language. */
export function findTwins(commands: readonly unknown[]): Violation[] {
  const typeOf = (command: unknown) => (isRecord(command) ? (command.type ?? 1) : undefined);
  return [...new Set(commands.map(typeOf))].flatMap((type) => {
    const ofType = commands.map((command) => (typeOf(command) === type ? command : undefined));
    return findSameNames(ofType, [], COMMAND_TWINS);
  });
}

const COMMAND_TWINS: TwinRule = {
  rule: 'command-name-unique',
  code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
  message: 'Application command names must be unique',
};
