import type { APIApplicationCommand } from 'discord-api-types/v10';
import { type Localized, localize } from '../localize.js';
import type { Choice } from '../payloads.js';
import type { State } from '../state.js';
import { listChoosable } from './choosable.js';

/** An option of a command, in the person's language. */
export type Option = Localized;

/** A command that can be sent: sub-commands are commands of their own here. */
export interface Offered {
  /** The whole name, as it is sent: `source add`. */
  readonly name: string;
  /** The whole name in the person's language. */
  readonly label: string;
  readonly description: string;
  readonly options: readonly Option[];
}

/** Discord's numbers for the kinds of options that are treated apart. */
export const OPTION = {
  subCommand: 1,
  subCommandGroup: 2,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** The commands that a person is offered, in order of their names, in their language. */
export function listOffered(commands: readonly APIApplicationCommand[], locale: string): readonly Offered[] {
  return commands
    .map((command) => localize(command, locale))
    .flatMap(({ name, label, description, options }) =>
      flatten({ name, label, description, options: options ?? [] }),
    )
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

function flatten(command: Offered): readonly Offered[] {
  const { name, label, options } = command;
  const subs = options.filter(({ type }) => type === OPTION.subCommand || type === OPTION.subCommandGroup);
  if (subs.length === 0) return [command];
  return subs.flatMap((sub) =>
    flatten({
      name: `${name} ${sub.name}`,
      label: `${label} ${sub.label}`,
      description: sub.description,
      options: sub.options ?? [],
    }),
  );
}

/** The values that an option takes, if they are known beforehand; undefined if anything may be typed. */
export function choicesOf(option: Option, state: State): readonly Choice[] | undefined {
  const { people, roles, channels } = listChoosable(state);
  switch (option.type) {
    case OPTION.boolean:
      return [
        { name: 'True', value: 'true' },
        { name: 'False', value: 'false' },
      ];
    case OPTION.user:
      return people;
    case OPTION.role:
      return roles;
    case OPTION.mentionable:
      return [...people, ...roles];
    case OPTION.channel:
      return channels;
    default:
      return option.choices !== undefined && option.choices.length > 0 ? option.choices : undefined;
  }
}
