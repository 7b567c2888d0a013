import { isDeepStrictEqual } from 'node:util';
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { z } from 'zod';
import type { Scope } from './application-commands.js';

/** A text in each language that it is translated into; Discord lists none as null, or not at all. */
const localizations = z.record(z.string(), z.string().nullable()).nullable().default(null);

interface Translated {
  readonly name: string;
  readonly name_localizations: Readonly<Record<string, string | null>> | null;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null;
}

/** Discord does not keep a translation that is the same as what it translates. */
function dropSame<Parts extends Translated>(parts: Parts) {
  const { name, description, name_localizations, description_localizations } = parts;
  const keep = (texts: Translated['name_localizations'] | undefined, text: string | undefined) =>
    Object.fromEntries(Object.entries(texts ?? {}).filter(([, translated]) => translated !== text));
  return {
    ...parts,
    name_localizations: keep(name_localizations, name),
    description_localizations: keep(description_localizations, description),
  };
}

const numbers = z.array(z.number()).transform((list) => list.toSorted((a, b) => a - b));

const named = {
  name: z.string(),
  name_localizations: localizations,
  description: z.string().default(''),
  description_localizations: localizations,
};

const option = z.object({
  ...named,
  type: z.number(),
  required: z.boolean().default(false),
  min_length: z.number().nullable().default(null),
  max_length: z.number().nullable().default(null),
  min_value: z.number().nullable().default(null),
  max_value: z.number().nullable().default(null),
  channel_types: numbers.default([]),
  choices: z
    .array(
      z
        .object({
          name: z.string(),
          name_localizations: localizations,
          value: z.union([z.string(), z.number()]),
        })
        .transform(dropSame),
    )
    .default([]),
  autocomplete: z.boolean().default(false),
});

/** What Discord keeps of a command of ours, with its defaults filled in; anything else about it does not matter. */
const comparable = z
  .object({
    ...named,
    type: z.number().default(ApplicationCommandType.ChatInput),
    default_member_permissions: z.string().nullable().default(null),
    nsfw: z.boolean().default(false),
    contexts: numbers.nullable().default(null),
    integration_types: numbers.default([ApplicationIntegrationType.GuildInstall]),
    options: z
      .array(option.extend({ options: z.array(option.transform(dropSame)).default([]) }).transform(dropSame))
      .default([]),
  })
  .transform(dropSame);

/** Whether the registered commands, as Discord lists them, are the same as ours, in any order. */
export function isSameSet(
  registered: unknown,
  ours: readonly RESTPostAPIApplicationCommandsJSONBody[],
  { guildId }: Scope,
): boolean {
  const toComparable = (list: unknown): unknown => {
    const read = z.array(comparable).safeParse(list);
    if (!read.success) return null;
    return read.data
      .map((command) => (guildId === null ? command : { ...command, contexts: null, integration_types: [] }))
      .toSorted((a, b) => a.type - b.type || (a.name < b.name ? -1 : 1));
  };
  const before = toComparable(registered);
  return before !== null && isDeepStrictEqual(before, toComparable(ours));
}
