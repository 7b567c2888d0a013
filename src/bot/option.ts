import type { Corpus } from '../library/corpus.js';
import type { ServerDesk } from '../server/server-desk.js';
import type { Place } from './place.js';

/** A fixed choice of a text option. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What may be looked at to complete what a user types. */
export interface CompletionContext {
  readonly place: Place;
  readonly corpus: Corpus;
  readonly server: ServerDesk | null;
}

interface DeclaredOption {
  /** 1 to 100 characters. */
  readonly description: string;
  readonly isRequired?: boolean;
}

/** A text; lengths count UTF-16 code units, as Discord does. */
export interface TextOption extends DeclaredOption {
  readonly kind?: 'text';
  readonly minLength?: number;
  readonly maxLength: number;
  readonly choices?: readonly Choice[];
  /** What is offered while a user types; at most 25 are shown. The user may still submit anything. */
  readonly complete?: (
    typed: string,
    context: CompletionContext,
  ) => readonly Choice[] | Promise<readonly Choice[]>;
}

/** A whole number between two bounds, both allowed. */
export interface IntegerOption extends DeclaredOption {
  readonly kind: 'integer';
  readonly least: number;
  readonly most: number;
}

/** Yes or no. */
export interface BooleanOption extends DeclaredOption {
  readonly kind: 'boolean';
}

/** A role or a channel of the server, by its id; a channel is one that people write in. */
export interface PlaceOption extends DeclaredOption {
  readonly kind: 'role' | 'channel';
}

/** An option as declared; a text if no kind is named. */
export type OptionSpec = TextOption | IntegerOption | BooleanOption | PlaceOption;

/** A command’s options by their names, the required ones first. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The value of an option, by its kind: a text, a number, yes or no, an id. */
export type OptionValue = string | number | boolean;

type ValueOf<Spec extends OptionSpec> = Spec extends { readonly kind: 'integer' }
  ? number
  : Spec extends { readonly kind: 'boolean' }
    ? boolean
    : string;

/** The values of declared options by their kind; undefined if an option that is not required was not given. */
export type OptionValues<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends { readonly isRequired: true }
    ? ValueOf<Specs[Name]>
    : ValueOf<Specs[Name]> | undefined;
};

/** The values of some command's options; undefined for those not given. */
export type GivenOptions = Readonly<Record<string, OptionValue | undefined>>;

/** Whether an option is a text, as it is if no kind is named. */
export function isTextOption(spec: OptionSpec): spec is TextOption {
  return spec.kind === undefined || spec.kind === 'text';
}

/** Whether the values are what the declaration says: each of its kind, and the required ones given. */
export function holdsValues<Specs extends OptionSpecs>(
  specs: Specs,
  values: GivenOptions,
): values is OptionValues<Specs> {
  return Object.entries(specs).every(([name, spec]) => {
    const value = values[name];
    return value === undefined ? spec.isRequired !== true : typeof value === typeOf(spec);
  });
}

/** Values as texts that `parseOptions` reads back to the same values; those not given are left out. */
export function writeOptions(values: GivenOptions): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

function typeOf({ kind }: OptionSpec): 'string' | 'number' | 'boolean' {
  if (kind === 'integer') return 'number';
  return kind === 'boolean' ? 'boolean' : 'string';
}
