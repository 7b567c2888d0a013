import type { Article } from '../article/article.js';
import type { Access, Command, CommandContext, FormSpec } from '../bot/command.js';
import { holdsValues, type OptionSpecs, type OptionValues } from '../bot/option.js';
import type { Reply } from '../bot/reply.js';
import type { Analysis } from '../extract/analysis.js';
import type { LoadProgress } from '../library/load-progress.js';
import { watchReading } from '../library/watch-reading.js';
import { phrase } from '../messages/phrase.js';
import { keepAttribution } from './keep-attribution.js';
import { noteUnread } from './note-unread.js';

/** A command as it is written down: `execute` gets its options typed by their declaration. */
export interface CommandDefinition<Specs extends OptionSpecs> {
  readonly name: string;
  readonly description: string;
  readonly options: Specs;
  readonly access?: Access;
  readonly isPrivate?: boolean;
  readonly isOffered?: boolean;
  readonly worksAlone?: boolean;
  readonly isQuick?: boolean;
  readonly form?: FormSpec;
  readonly execute: (options: OptionValues<Specs>, context: CommandContext) => Reply | Promise<Reply>;
}

/**
 * A command from its definition; open to everyone, public and offered unless the definition says otherwise. Whatever
 * it replies, an excerpt out of somebody's mouth keeps its speaker, and an article that could not be read for it is named, as is how many could not be waited for.
 */
export function defineCommand<const Specs extends OptionSpecs>(
  definition: CommandDefinition<Specs>,
): Command {
  const { name, description, options: specs, access = 'everyone', isPrivate = false } = definition;
  const { isOffered = true, worksAlone = false, isQuick = false, form = null } = definition;
  return {
    name,
    description,
    options: specs,
    access,
    isPrivate,
    isOffered,
    worksAlone,
    isQuick,
    form,
    execute: async (options, context) => {
      if (!holdsValues(specs, options))
        throw new TypeError(`/${name} was run with options that were not parsed.`);
      const givenUp = new Map<Article, Analysis>();
      let left: LoadProgress | null = null;
      const corpus = watchReading(context.corpus, {
        onProgress: (progress) => context.showProgress(phrase('sources.reading', { ...progress })),
        onGivenUp: (analysis) => givenUp.set(analysis.article, analysis),
        onLeft: (progress) => {
          left = progress;
        },
      });
      const reply = await definition.execute(options, { ...context, corpus });
      return noteUnread(await keepAttribution(corpus, reply, context.shown), [...givenUp.values()], left);
    },
  };
}
