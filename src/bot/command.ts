import type { EncoderStatus } from '../encoder/encoder.js';
import type { Corpus } from '../library/corpus.js';
import type { LoadProgress } from '../library/load-progress.js';
import type { ReloadReport } from '../library/reload-report.js';
import type { Phrase, Wording } from '../messages/phrase.js';
import type { ServerDesk } from '../server/server-desk.js';
import type { ReloadRecord } from '../store/records.js';
import type { Connection } from './connection.js';
import type { GivenOptions, OptionSpecs } from './option.js';
import type { Place } from './place.js';
import type { Reply } from './reply.js';

/** The exchange a follow-up question replies to, read from the message replied to. */
export interface PreviousAnswer {
  readonly question: string;
  /** The id of the article cited first, or null if it could not be told. */
  readonly source: string | null;
  /** The text of the first excerpt, as shown; empty if there was none. */
  readonly excerpt: string;
}

/** A question to answer; `source` is the id of an article to keep to. */
export interface AskedQuestion {
  readonly question: string;
  readonly source: string | undefined;
  readonly previous: PreviousAnswer | null;
}

/** A file that somebody has sent. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A field of a form: a line, a longer text, or a file. */
export interface FieldSpec {
  readonly kind: 'line' | 'text' | 'file';
  /** At most 45 characters in every language. */
  readonly label: Phrase;
  /** At most 100 characters in every language. */
  readonly description?: Phrase;
  readonly isRequired?: boolean;
  /** UTF-16 code units; 4,000 at most. */
  readonly maxLength?: number;
  /** Whether the field is there at all; always, if it is left out. */
  readonly isOffered?: (context: CommandContext) => boolean;
}

/** Fields that a command asks its user to fill in before it runs; five at most. */
export interface FormSpec {
  /** At most 45 characters in every language. */
  readonly title: Phrase;
  readonly fields: Readonly<Record<string, FieldSpec>>;
}

/** A form as it was filled in, by field; what was left blank is not there. */
export interface FormValues {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, UploadedFile>>;
}

/** What a command may use besides its options: one corpus for the whole of its run. */
export interface CommandContext {
  readonly place: Place;
  /** Footnote's own version. */
  readonly version: string;
  /** The articles that may be seen in this place. */
  readonly corpus: Corpus;
  /** What the server has of its own; null if there is no server (see `Place.guildId`) or nothing is kept. */
  readonly server: ServerDesk | null;
  /** The filled-in form of a command that has one; else null. */
  readonly form: FormValues | null;
  /** Tells how far a long piece of work is; shown if it takes longer than a second. */
  readonly showProgress: (words: Wording) => void;
  readonly commands: readonly Command[];
  /** How the bot's connection to Discord is; null in a terminal. */
  readonly connection: Connection | null;
  /** How the reader of questions is; null if there is none. */
  readonly encoder: EncoderStatus | null;
  /** What is kept of users, and how it goes; null if nothing outlives the program. */
  readonly keeping: Keeping | null;
  /** Answers a question from a corpus, with the models the program was started with. */
  readonly ask: (asked: AskedQuestion, corpus: Corpus) => Reply | Promise<Reply>;
  /** Reads the server's own sources again, or those that all servers share; two at once are put in a row. */
  readonly reload: (
    which: ReloadScope,
    onProgress?: (progress: LoadProgress) => void,
  ) => Promise<ReloadReport>;
  /** The readings of them so far, newest first; empty if nothing is kept. */
  readonly listReloads: (which: ReloadScope) => Promise<readonly ReloadRecord[]>;
  /** Whether the user may have the articles read again that all servers share: who runs the bot, or looks after its one server. */
  readonly mayReloadShared: boolean;
  /** The answer that is being replied to, if the question is a reply. */
  readonly previous: PreviousAnswer | null;
  /** Excerpts of the reply that are shown at most, from its first on; null for all. What is not shown need not be made ready to be. */
  readonly shown: number | null;
}

/** What one run of a command brings into its context; what is left out is as it is in a terminal. */
export interface Occasion
  extends Partial<Pick<CommandContext, 'form' | 'showProgress' | 'connection' | 'previous' | 'shown'>> {
  /** Told when the run has articles read again. */
  readonly onReload?: () => void;
}

/** The context of a run in a place; `prepare` is given the corpus that the run will see. */
export type ContextAt = (
  place: Place,
  prepare?: (corpus: Corpus) => Occasion | Promise<Occasion>,
) => Promise<CommandContext>;

/** What outlives the program, as far as users may want to know of it or be rid of it. */
export interface Keeping {
  /** Days after which what is kept of a server goes once the bot was removed from it. */
  readonly graceDays: number;
  /** How many servers something is kept of. */
  readonly countServers: () => Promise<number>;
  /** Removes a user's id wherever it is; the number of records that held it. */
  readonly forgetUser: (userId: string) => Promise<number>;
}

/** Which sources are read again. */
export type ReloadScope = 'server' | 'shared';

/** Who may use a command: `operators` run the bot, `moderators` look after a server. */
export type Access = 'everyone' | 'moderators' | 'operators';

/** A command: what it takes, who may use it, and what it replies. Knows nothing of Discord. */
export interface Command {
  /** One word, or two for a command of a group ("source add"). */
  readonly name: string;
  readonly description: string;
  readonly options: OptionSpecs;
  readonly access: Access;
  /** Whether only its user sees the reply, whatever they choose. */
  readonly isPrivate: boolean;
  /** False for what only a button of a reply runs: it is not among the commands that Discord lists. */
  readonly isOffered: boolean;
  /** Whether a moderators' command does something in direct messages too, for who runs the bot. */
  readonly worksAlone: boolean;
  /** Whether it is soon done whatever the articles are, so that it need not wait for what reads them. */
  readonly isQuick: boolean;
  /** Asked for before it runs; null for none. */
  readonly form: FormSpec | null;
  /** Takes options that were checked against their declaration (see `parseOptions`); throws if they were not. */
  readonly execute: (options: GivenOptions, context: CommandContext) => Promise<Reply>;
}
