import { type Client, Events, GatewayCloseCodes } from 'discord.js';
import type { GivenSettings } from './equip-bot.js';
import { describeError } from './log-error.js';
import { explainStartFailure, type StartTarget } from './start-failure.js';

type ConnectionWatch = StartTarget & Pick<GivenSettings, 'logger' | 'watch'>;

/** Logs what becomes of the connection, which discord.js resumes by itself, and tells when it cannot; leaving is no loss. */
export function watchConnection(client: Client, options: ConnectionWatch): Promise<string> {
  const { logger } = options;
  client.on(Events.Error, (error) => logger.error({ error: describeError(error) }, 'client error'));
  client.on(Events.ShardError, (error, shard) =>
    logger.warn({ shard, error: describeError(error) }, 'gateway error'),
  );
  client.on(Events.ShardReconnecting, (shard) => options.watch?.reconnect(shard));
  client.on(Events.ShardResume, (shard, replayed) => logger.info({ shard, replayed }, 'connection resumed'));
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      logger.error({ shard, code }, 'Discord closed the connection for good');
      resolve(explainClose(code, options));
    });
  });
}

function explainClose(code: number, options: StartTarget): string {
  const message = {
    [GatewayCloseCodes.AuthenticationFailed]: 'Authentication failed',
    [GatewayCloseCodes.DisallowedIntents]: 'Used disallowed intents',
  }[code];
  const known = message === undefined ? null : explainStartFailure(new Error(message), options);
  return known ?? `Discord closed the connection for good (${code}): start the bot again.`;
}
