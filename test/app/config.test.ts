import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.js';

describe('the settings', () => {
  it('all have a default', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        discordToken: null,
        discordGuildId: null,
        discordApiUrl: null,
        shards: null,
        processes: 1,
        moderatorRoleId: null,
        seedsDir: null,
        dataDir: 'data',
        databaseUrl: null,
        limits: { count: 200, bytes: 52_428_800 },
        isFetching: false,
        fetchContact: null,
        cooldownSeconds: 3,
        graceDays: 30,
        isReadingMessages: false,
        port: 4477,
        healthPort: null,
        healthHost: '127.0.0.1',
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
      SHARDS: '0-2, 5',
      SHARD_COUNT: '8',
      PROCESSES: '2',
      PORT: '0',
      HEALTH_PORT: '9464',
      HEALTH_HOST: '0.0.0.0',
      SEEDS_DIR: 'articles',
      DATA_DIR: '/var/lib/footnote',
      DATABASE_URL: 'postgres://bot:p%40ss@db.example:5432/footnote',
      MAX_SERVER_ARTICLES: '0',
      MAX_SERVER_MIB: '2',
      FETCH_URLS: 'ON',
      FETCH_CONTACT: 'mailto:desk@courier.example',
      COOLDOWN_SECONDS: '0',
      GRACE_DAYS: '7',
      MESSAGE_CONTENT: 'on',
    });
    expect(read).toMatchObject({
      ok: true,
      config: {
        discordToken: 'abc.def',
        discordApiUrl: 'http://127.0.0.1:8080/api',
        shards: { ids: [0, 1, 2, 5], count: 8 },
        processes: 2,
        port: 0,
        healthPort: 9464,
        healthHost: '0.0.0.0',
        seedsDir: 'articles',
        dataDir: '/var/lib/footnote',
        databaseUrl: 'postgres://bot:p%40ss@db.example:5432/footnote',
        limits: { count: 0, bytes: 2_097_152 },
        isFetching: true,
        fetchContact: 'mailto:desk@courier.example',
        cooldownSeconds: 0,
        graceDays: 7,
        isReadingMessages: true,
      },
    });
  });

  it.each([
    [
      { SHARDS: '0-3' },
      'SHARDS says which connections are this machine’s: set SHARD_COUNT to how many there are in all.',
    ],
    [{ SHARDS: '2-8', SHARD_COUNT: '8' }, 'SHARDS names shard 8, and with SHARD_COUNT=8 they are 0 to 7.'],
    [
      { SHARDS: '0-3', SHARD_COUNT: '8', DATABASE_URL: '' },
      'SHARDS is for several processes, which share what servers keep: set DATABASE_URL to a PostgreSQL.',
    ],
    [
      { PROCESSES: '4', DATABASE_URL: '' },
      'PROCESSES is for several processes, which share what servers keep: set DATABASE_URL to a PostgreSQL.',
    ],
  ])('are refused where one asks for another (%j)', (settings, problem) => {
    const given = { DISCORD_TOKEN: 'abc', DATABASE_URL: 'postgres://b:s@db.example/footnote', ...settings };
    expect(readConfig(given)).toEqual({ ok: false, problems: [problem] });
  });

  it('give all connections to one machine that only says how many they are', () => {
    const read = readConfig({ DISCORD_TOKEN: 'abc', SHARD_COUNT: '3' });
    expect(read.ok && read.config.shards).toEqual({ ids: [0, 1, 2], count: 3 });
  });

  it.each([
    { DISCORD_TOKEN: 'abc', DATABASE_URL: 'mysql://bot:secret@db.example/footnote' },
    { DISCORD_TOKEN: 'abc', DATABASE_URL: 'postgres://bot:secret@db.example/' },
    { DISCORD_TOKEN: 'abc', DATABASE_URL: 'bot:secret@db.example' },
    { DATABASE_URL: 'postgres://bot:secret@db.example/footnote' },
  ])('are refused without the password of a database (%j)', (environment) => {
    const read = readConfig(environment);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems).toEqual([expect.stringMatching(/^DATABASE_URL is .+\.$/u)]);
    expect(read.problems.join()).not.toContain('secret');
  });

  it('are refused each with its name, its value and what to do, but never with the token', () => {
    const read = readConfig({
      DISCORD_TOKEN: 'secret with space',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'discord',
      SHARDS: '7-0',
      SHARD_COUNT: 'all',
      PROCESSES: '0',
      PORT: '99999',
      HEALTH_PORT: '0x50',
      HEALTH_HOST: 'a b',
      MAX_SERVER_ARTICLES: 'many',
      MAX_SERVER_MIB: '-1',
      FETCH_URLS: 'yes',
      FETCH_CONTACT: 'the desk',
      COOLDOWN_SECONDS: '1.5',
      GRACE_DAYS: '9999',
      LOG_LEVEL: 'loud',
    });
    expect(read).toEqual({
      ok: false,
      problems: [
        'DISCORD_TOKEN has a space in it; copy the token again.',
        'DISCORD_GUILD_ID is not a Discord id; turn on Developer Mode in Discord, right-click and choose "Copy ID" (my server).',
        'DISCORD_API_URL is not an http or https address (discord).',
        'SHARDS is not a list of shards, as 0-7 or 0,2,5-7 (7-0).',
        'SHARD_COUNT is not a whole number from 1 to 10000 (all).',
        'PROCESSES is not a whole number from 1 to 256 (0).',
        'MAX_SERVER_ARTICLES is not a whole number from 0 to 5000 (many).',
        'MAX_SERVER_MIB is not a whole number from 0 to 2000 (-1).',
        'FETCH_URLS is neither on nor off (yes).',
        'FETCH_CONTACT is no address that begins with https:// or mailto: (the desk).',
        'COOLDOWN_SECONDS is not a whole number from 0 to 3600 (1.5).',
        'GRACE_DAYS is not a whole number from 0 to 3650 (9999).',
        'PORT is not a port number from 0 to 65535 (99999).',
        'HEALTH_PORT is not a port number from 0 to 65535 (0x50).',
        'HEALTH_HOST is not an address of this machine; 127.0.0.1 is for itself alone, 0.0.0.0 for all that reach it (a b).',
        'LOG_LEVEL is not a log level; use one of fatal, error, warn, info, debug, trace, silent (loud).',
      ],
    });
  });

  it.each([
    ['ftp://someone:secret@discord.example/api', 'ftp://…@discord.example/api'],
    ['ws://secret@127.0.0.1/api', 'ws://…@127.0.0.1/api'],
    ['file://a:b@secret@host', 'file://…@host'],
    ['someone:secret@discord.example/api', '…@discord.example/api'],
    ['ftp:someone:secret@discord.example', '…@discord.example'],
    ['ws:\\\\someone:secret@discord.example', '…@discord.example'],
  ])('of an address are told without a password (%s)', (address, shown) => {
    const read = readConfig({ DISCORD_API_URL: address });
    expect(read).toEqual({
      ok: false,
      problems: [`DISCORD_API_URL is not an http or https address (${shown}).`],
    });
  });

  it.each([
    ['http://127.0.0.1:8080/api?token=secret', 'http://127.0.0.1:8080/api?…'],
    ['https://discord.example/api#key=secret', 'https://discord.example/api#…'],
    ['https://a:b@discord.example/api/?x=secret', 'https://…@discord.example/api/?…'],
  ])('of an address are told without what may be a key behind it (%s)', (address, shown) => {
    expect(readConfig({ DISCORD_API_URL: address })).toEqual({
      ok: false,
      problems: [
        `DISCORD_API_URL has something behind a “?” or a “#”, which no address of an API has; end it at /api (${shown}).`,
      ],
    });
  });

  it.each(['“abc.def”', '‘abc', 'abc…', 'abc\u200b', '«abc»'])(
    'name a sign that no token has, before Discord is asked (%s)',
    (token) => {
      expect(readConfig({ DISCORD_TOKEN: token })).toEqual({
        ok: false,
        problems: [
          'DISCORD_TOKEN has a sign in it that no token has, as a typographic quotation mark; copy the token again, without quotation marks.',
        ],
      });
    },
  );
});
