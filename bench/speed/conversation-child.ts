import { Client, Events } from 'discord.js';
import { pino } from 'pino';
import { openFootnote } from '../../src/app/compose.js';
import { openReader } from '../../src/app/open-reader.js';
import { commands } from '../../src/app/registry.js';
import { startBot } from '../../src/discord/start-bot.js';
import { openThreads } from '../open-parts.js';

// A bot for `bench/speed/bench-conversation`: Footnote on the shipped article, or one that says "pong" to everything.
const [kind = '', apiUrl = ''] = process.argv.slice(2);
/** What a token is like; nobody looks at it. */
const token = `${Buffer.from('100000000000000001').toString('base64url')}.bench.${'x'.repeat(27)}`;

if (kind === 'pong') {
  const client = new Client({ intents: [], rest: { api: apiUrl } });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isAutocomplete()) void interaction.respond([{ name: 'pong', value: 'pong' }]);
    if (interaction.isChatInputCommand()) void interaction.reply('pong');
  });
  await client.login(token);
} else {
  const reader = openThreads();
  const encoder = openReader(() => undefined);
  encoder.start();
  const defaults = { moderatorRoleId: null, cooldownSeconds: 0 };
  const footnote = await openFootnote({ seedsDir: null, defaults, reader, encoder });
  await startBot({
    token,
    apiUrl,
    guildId: null,
    moderatorRoleId: null,
    commands,
    contextAt: footnote.contextAt,
    settings: footnote.settings,
    logger: pino({ level: 'silent' }),
  });
}
