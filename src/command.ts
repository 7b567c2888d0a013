import { keepAttribution } from './answer/keep-attribution.js';
import type { Corpus } from './library/corpus.js';
import type { ReloadReport } from './library/reload-report.js';
import type { Reply } from './reply.js';

/** A fixed choice of a text option. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A text option as declared; lengths count UTF-16 code units, as Discord does. */
export interface OptionSpec {
  /** 1 to 100 characters. */
  readonly description: string;
  readonly isRequired?: boolean;
  readonly minLength?: number;
  readonly maxLength: number;
  readonly choices?: readonly Choice[];
  /** What is offered while a user types; at most 25 are shown. The user may still submit anything. */
  readonly complete?: (typed: string, context: CommandContext) => readonly Choice[];
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The values of declared options: a string where required, else a string or undefined. */
export type OptionValues<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends { readonly isRequired: true }
    ? string
    : string | undefined;
};

/** The exchange a follow-up question replies to, read from the message replied to. */
export interface PreviousAnswer {
  readonly question: string;
  /** The id of the article cited first, or null where it could not be told. */
  readonly source: string | null;
  /** The text of the first excerpt, as shown; empty where there was none. */
  readonly excerpt: string;
}

/** A question to answer; `source` is the id of an article to keep to. */
export interface AskedQuestion {
  readonly question: string;
  readonly source: string | undefined;
  readonly previous: PreviousAnswer | null;
}

/** What a command may use besides its options: one corpus for the whole of its run. */
export interface CommandContext {
  readonly corpus: Corpus;
  readonly commands: readonly Command[];
  /** Answers a question from `corpus`, with the models the program was started with. */
  readonly ask: (asked: AskedQuestion) => Reply | Promise<Reply>;
  /** Reads the sources again; two at once are put in a row. */
  readonly reload: () => Promise<ReloadReport>;
  /** The answer that is being replied to, if the question is a reply. */
  readonly previous: PreviousAnswer | null;
}

/** A command: what it takes, who may use it, and what it replies. Knows nothing of Discord. */
export interface Command {
  readonly name: string;
  readonly description: string;
  readonly options: OptionSpecs;
  readonly access: 'everyone' | 'moderators';
  /** Whether only its user sees the reply. */
  readonly isPrivate: boolean;
  /** Takes options that were checked against their declaration (see `parseOptions`); throws where they were not. */
  readonly execute: (
    options: Readonly<Record<string, string | undefined>>,
    context: CommandContext,
  ) => Promise<Reply>;
}

/** A command as it is written down: `execute` gets its options typed by their declaration. */
export interface CommandDefinition<Specs extends OptionSpecs> {
  readonly name: string;
  readonly description: string;
  readonly options: Specs;
  readonly access?: 'everyone' | 'moderators';
  readonly isPrivate?: boolean;
  readonly execute: (options: OptionValues<Specs>, context: CommandContext) => Reply | Promise<Reply>;
}

/**
 * A command from its definition; open to everyone and public unless the definition says otherwise. Whatever
 * it replies, an excerpt out of somebody's mouth keeps its speaker.
 */
export function defineCommand<const Specs extends OptionSpecs>(
  definition: CommandDefinition<Specs>,
): Command {
  const { name, description, options: specs, access = 'everyone', isPrivate = false } = definition;
  return {
    name,
    description,
    options: specs,
    access,
    isPrivate,
    execute: async (options, context) => {
      if (!holdsValues(specs, options))
        throw new TypeError(`/${name} was run with options that were not parsed.`);
      return keepAttribution(context.corpus, await definition.execute(options, context));
    },
  };
}

function holdsValues<Specs extends OptionSpecs>(
  specs: Specs,
  options: Readonly<Record<string, string | undefined>>,
): options is OptionValues<Specs> {
  return Object.entries(specs).every(
    ([name, spec]) => spec.isRequired !== true || typeof options[name] === 'string',
  );
}

export { type ParsedOptions, parseOptions } from './parse-options.js';
