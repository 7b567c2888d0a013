import { performance } from 'node:perf_hooks';
import { answerQuestion } from './answer/ask.js';
import type { CommandContext } from './command.js';
import { articleReader } from './extract/read-article.js';
import { assetPath } from './files/assets.js';
import { loadNameModel } from './files/load-name-model.js';
import { loadStatementModel } from './files/load-statement-model.js';
import { readSeeds } from './files/seeds.js';
import { corpusBuilder } from './library/build-corpus.js';
import { Library } from './library/library.js';
import type { ReloadReport } from './library/reload-report.js';
import { loadAskModels } from './load-ask-models.js';
import type { Place } from './place.js';
import { commands } from './registry.js';
import { createSettingsBook, type SettingsBook } from './server/settings-book.js';

/** Footnote with its articles loaded, ready to be put into Discord or a terminal. */
export interface Footnote {
  /** What the first load found. */
  readonly report: ReloadReport;
  /** What a command may use where there is no server, with the corpus of this moment: take it once for each command that runs. */
  readonly context: () => CommandContext;
  /** The same in a place of Discord. */
  readonly contextAt: (place: Place) => Promise<CommandContext>;
  /** How the bot behaves in each server. */
  readonly settings: SettingsBook;
}

/** Where the articles are that Footnote ships, from the package's root. */
const SHIPPED_SEEDS = 'seeds';

/** Where a command is used that comes from no server and no user of Discord: by whoever runs the bot. */
const AT_HOME: Place = { guildId: null, userId: null, isModerator: false, isOperator: true, language: 'en' };

/**
 * Loads the models and the articles of a folder, or the shipped ones.
 *
 * @throws an Error whose message is a sentence for the operator, when the folder cannot be read.
 */
export async function openFootnote({
  seedsDir,
  moderatorRoleId = null,
}: {
  readonly seedsDir: string | null;
  readonly moderatorRoleId?: string | null;
}): Promise<Footnote> {
  const folder = seedsDir ?? assetPath(SHIPPED_SEEDS);
  const askModels = loadAskModels();
  const { library, report } = await Library.open({
    readSources: () =>
      readSeeds(folder).catch((error: unknown) => Promise.reject(describeFolder(folder, error))),
    buildCorpus: corpusBuilder(articleReader(loadNameModel(), loadStatementModel())),
    now: () => new Date(performance.timeOrigin + performance.now()),
  });
  const contextOf = (place: Place): CommandContext => {
    const { corpus } = library;
    return {
      place,
      corpus,
      server: null,
      form: null,
      showProgress: () => undefined,
      commands,
      connection: null,
      keeping: null,
      ask: (asked) => answerQuestion(corpus, asked, askModels),
      reload: () => library.reload(),
      previous: null,
    };
  };
  return {
    report,
    context: () => contextOf(AT_HOME),
    contextAt: (place) => Promise.resolve(contextOf(place)),
    settings: createSettingsBook(null, { moderatorRoleId, cooldownSeconds: 3 }),
  };
}

function describeFolder(folder: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return new Error(
    `The folder of the articles, ${folder}, cannot be read (${code}); check SEEDS_DIR or --seeds.`,
    { cause },
  );
}
