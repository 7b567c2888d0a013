import fc from 'fast-check';
import { messageCreateChecks, startSandbox } from 'local-discord';
import { pino } from 'pino';
import { openFootnote } from '../../src/app/compose.js';
import type { Footnote } from '../../src/app/footnote.js';
import { commands } from '../../src/app/registry.js';
import { parseOptions } from '../../src/bot/parse-options.js';
import { excerptsOf } from '../../src/bot/reply.js';
import { runLine } from '../../src/console/batch.js';
import { buildReplyMessage } from '../../src/discord/render/reply-message.js';
import { startBot } from '../../src/discord/start-bot.js';
import { sayIn } from '../../src/messages/say.js';
import { loadAnalysisModels } from '../../src/reading/load-analysis-models.js';
import { readInPlace } from '../../src/reading/read-in-place.js';
import { isSpan } from './check-article.js';
import { type Fuzzer, fuzzerOf, insist, soupOf } from './fuzz-kind.js';

/** Footnote with the articles that it ships, as it answers without its reader. */
function open(): Promise<Footnote> {
  const defaults = { moderatorRoleId: null, cooldownSeconds: 0 };
  return openFootnote({ seedsDir: null, defaults, reader: readInPlace(loadAnalysisModels()) });
}

const WORDS = [
  'who ',
  'what ',
  'when ',
  'how many ',
  'did ',
  'say ',
  'about ',
  'the ',
  'ceasefire',
  'Trump',
  'Netanyahu',
  'Friday',
  'not ',
  'before ',
  '"',
  '“',
  '”',
  '?',
  '!',
  '.',
  ',',
  ' ',
  '<@1>',
  '<t:1:R>',
  '@everyone',
  '**',
  '`',
  '- ',
  '[a](b)',
  'https://a.example',
  '1',
  '$',
  '%',
  '\n',
  '中',
  'é',
  '\u202e',
  '\u0000',
  '👩‍👩‍👧',
];

const ASKED: readonly (readonly [command: string, option: string])[] = [
  ['ask', 'question'],
  ['who', 'name'],
  ['quote', 'topic'],
  ['facts', 'topic'],
  ['timeline', 'topic'],
  ['search', 'words'],
];

const questions = fuzzerOf({
  name: 'questions',
  inputs: fc.tuple(fc.constantFrom(...ASKED), soupOf(WORDS, 14)),
  open: async () => {
    const footnote = await open();
    const say = sayIn('en');
    return {
      check: async ([[name, option], words]) => {
        const command = commands.find((known) => known.name === name);
        if (command === undefined) throw new Error(`There is no /${name}.`);
        const parsed = parseOptions(command, { [option]: words });
        if (!parsed.ok) return insist(say(parsed.reason) !== '', 'A question was refused without a word.');
        const reply = await command.execute(parsed.values, footnote.context());
        for (const excerpt of excerptsOf(reply)) isSpan(excerpt.article.text, excerpt, 'an excerpt');
        const origin = { command: name, options: parsed.values, userId: '1', isRepeatable: true };
        const { files: _, ...body } = buildReplyMessage(reply, origin, say);
        const broken = messageCreateChecks.flatMap((check) => check.find(body));
        insist(broken.length === 0, `A reply breaks Discord's rules: ${JSON.stringify(broken)}`);
      },
    };
  },
  sizeOf: ([, { length }]) => length,
});

const LINES = [
  '{',
  '}',
  '[',
  ']',
  '"id"',
  '"command"',
  '"options"',
  '"previous"',
  '"question"',
  '"ask"',
  '"source"',
  ':',
  ',',
  'null',
  '1',
  '-0',
  '1e999',
  'true',
  '"\\u0000"',
  '"\\ud800"',
  '"__proto__"',
  '{"command":"ask","options":{"question":"Who called?"}}',
  '{"id":1,"command":"help"}',
  ' ',
];

const request = fc.record(
  {
    id: fc.jsonValue(),
    command: fc.oneof(fc.constantFrom('ask', 'sources', 'search', 'source add', 'reload'), fc.jsonValue()),
    options: fc.oneof(
      fc.dictionary(fc.constantFrom('question', 'words', 'source', '__proto__'), fc.jsonValue()),
      fc.jsonValue(),
    ),
    previous: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

const batchLines = fuzzerOf({
  name: 'batch-lines',
  inputs: fc.oneof(
    soupOf(LINES, 20),
    request.map((given) => JSON.stringify(given)),
  ),
  open: async () => {
    const footnote = await open();
    return {
      check: async (line) => {
        const result = await runLine(line, footnote.context());
        insist(JSON.stringify(result) !== undefined, 'A result is no JSON.');
        insist('reply' in result || result.error !== '', 'An error has no words.');
        insist(
          !('error' in result) || !/ failed: /u.test(result.error),
          'error' in result ? result.error : '',
        );
      },
    };
  },
  sizeOf: ({ length }) => length,
});

const EVENTS =
  'READY RESUMED GUILD_CREATE GUILD_UPDATE GUILD_DELETE GUILD_ROLE_CREATE GUILD_ROLE_UPDATE GUILD_ROLE_DELETE GUILD_MEMBER_ADD GUILD_MEMBER_UPDATE GUILD_MEMBER_REMOVE GUILD_MEMBERS_CHUNK CHANNEL_CREATE CHANNEL_UPDATE CHANNEL_DELETE CHANNEL_PINS_UPDATE THREAD_CREATE THREAD_UPDATE THREAD_DELETE THREAD_LIST_SYNC THREAD_MEMBER_UPDATE THREAD_MEMBERS_UPDATE MESSAGE_CREATE MESSAGE_UPDATE MESSAGE_DELETE MESSAGE_DELETE_BULK MESSAGE_REACTION_ADD INTERACTION_CREATE TYPING_START USER_UPDATE PRESENCE_UPDATE VOICE_STATE_UPDATE WEBHOOKS_UPDATE ENTITLEMENT_CREATE NO_SUCH_EVENT'.split(
    ' ',
  );

const KEYS = [
  'id',
  'type',
  'guild_id',
  'channel_id',
  'user',
  'member',
  'author',
  'content',
  'data',
  'token',
  'application_id',
  'name',
  'options',
  'custom_id',
  'roles',
  'channels',
  'threads',
  'members',
  'mentions',
  'embeds',
  'components',
  'message',
  'channel',
  'permissions',
  'resolved',
  'emojis',
  'unavailable',
  'version',
];

/** Frames of events with data of any shape; what ends a session or a connection is the business of other tests. */
const frame = fc.tuple(
  fc.constantFrom(...EVENTS.slice(2)),
  fc.oneof(
    fc.jsonValue(),
    fc.dictionary(
      fc.constantFrom(...KEYS),
      fc.oneof(fc.jsonValue(), fc.constantFrom('1', '2', 0, 2, null, [], {})),
      { maxKeys: 10 },
    ),
  ),
);

/** Frames between two questions that see whether the bot still answers. */
const ASK_EVERY = 500;

const gatewayFrames = fuzzerOf({
  name: 'gateway-frames',
  inputs: frame,
  open: async () => {
    const footnote = await open();
    const sandbox = await startSandbox();
    const started = await startBot({
      token: sandbox.token,
      apiUrl: sandbox.apiUrl,
      guildId: null,
      moderatorRoleId: null,
      commands,
      contextAt: footnote.contextAt,
      settings: footnote.settings,
      logger: pino({ level: 'silent' }),
    });
    if (!started.ok) throw new Error(started.reason);
    let thrown: unknown;
    const note = (error: unknown): void => {
      thrown = error;
    };
    process.on('uncaughtException', note);
    process.on('unhandledRejection', note);
    let count = 0;
    const seeThatItAnswers = async (): Promise<void> => {
      const answer = await sandbox.as('mira').say('harbour/general', '@bot Who called whom?').answer();
      insist((answer.components ?? []).length > 0, 'The bot answers no more.');
    };
    return {
      check: async ([t, d]) => {
        count += 1;
        sandbox.faults.sendFrame(JSON.stringify({ op: 0, s: count, t, d }));
        await new Promise((resolve) => setImmediate(resolve));
        if (thrown !== undefined) throw thrown;
        if (count % ASK_EVERY === 0) await seeThatItAnswers();
      },
      close: async () => {
        await seeThatItAnswers();
        await started.bot.stop();
        await sandbox.close();
        process.off('uncaughtException', note);
        process.off('unhandledRejection', note);
      },
    };
  },
  sizeOf: ([, data]) => JSON.stringify(data).length,
});

/** What reaches a running Footnote: questions, lines of a batch, frames of the gateway. */
export const SERVICE_FUZZERS: readonly Fuzzer[] = [questions, batchLines, gatewayFrames];
