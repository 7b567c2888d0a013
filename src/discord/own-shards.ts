import { REST, type RESTGetAPIGatewayBotResult, Routes, ShardClientUtil } from 'discord.js';
import { explainStartFailure } from './start-failure.js';

/** Which of a bot's connections a process has. */
export interface OwnShards {
  readonly ids: readonly number[];
  /** Of all processes together. */
  readonly count: number;
}

/** Whether a server comes over one of these connections: by Discord's formula, so that all processes agree. */
export function holdsServer({ ids, count }: OwnShards, guildId: string): boolean {
  return ids.includes(ShardClientUtil.shardIdForGuildId(guildId, count));
}

/** How many connections Discord recommends, or why it could not be asked. */
export type ShardCount =
  | { readonly ok: true; readonly count: number }
  /** One sentence that says what to do. */
  | { readonly ok: false; readonly reason: string };

/** Asks Discord, or whatever is in its place, how many connections the bot should have. @throws what nobody can mend. */
export async function askShardCount(token: string, apiUrl: string | null): Promise<ShardCount> {
  const rest = new REST(apiUrl === null ? {} : { api: apiUrl }).setToken(token);
  try {
    const answer = await rest.get(Routes.gatewayBot());
    return { ok: true, count: readShards(answer) };
  } catch (error) {
    const reason = explainStartFailure(error, { apiUrl, guildId: null });
    if (reason === null) throw error;
    return { ok: false, reason };
  }
}

function readShards(answer: unknown): RESTGetAPIGatewayBotResult['shards'] {
  const isAnswer = typeof answer === 'object' && answer !== null && 'shards' in answer;
  if (isAnswer && Number.isInteger(answer.shards)) return Number(answer.shards);
  throw new Error('Discord does not say how many connections the bot should have.');
}
