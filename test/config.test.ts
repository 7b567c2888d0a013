import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';

describe('the settings', () => {
  it('all have a default', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        discordToken: null,
        discordGuildId: null,
        discordApiUrl: null,
        moderatorRoleId: null,
        seedsDir: null,
        port: 4477,
        logLevel: 'info',
      },
    });
  });

  it('count as not given where they are blank, as in a copied .env.example', () => {
    expect(readConfig({ DISCORD_TOKEN: '', DISCORD_GUILD_ID: ' ', PORT: '', LOG_LEVEL: '' })).toEqual(
      readConfig({}),
    );
  });

  it('are taken from the environment', () => {
    const read = readConfig({
      DISCORD_TOKEN: 'abc.def',
      DISCORD_GUILD_ID: '123456789012345678',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      PORT: '0',
      SEEDS_DIR: 'articles',
    });
    expect(read).toMatchObject({
      ok: true,
      config: {
        discordToken: 'abc.def',
        discordApiUrl: 'http://127.0.0.1:8080/api',
        port: 0,
        seedsDir: 'articles',
      },
    });
  });

  it('are refused each with its name, its value and what to do, but never with the token', () => {
    const read = readConfig({
      DISCORD_TOKEN: 'secret with space',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'discord',
      PORT: '99999',
      LOG_LEVEL: 'loud',
    });
    expect(read).toEqual({
      ok: false,
      problems: [
        'DISCORD_TOKEN has a space in it; copy the token again.',
        'DISCORD_GUILD_ID is not a Discord id; turn on Developer Mode in Discord, right-click and choose "Copy ID" (my server).',
        'DISCORD_API_URL is not an http or https address (discord).',
        'PORT is not a port number from 0 to 65535 (99999).',
        'LOG_LEVEL is not a log level; use one of fatal, error, warn, info, debug, trace, silent (loud).',
      ],
    });
  });
});
