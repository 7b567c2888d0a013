import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../src/index.js';

/** A local Discord with a real discord.js client that is logged in. */
export interface ConnectedBot {
  sandbox: Sandbox;
  client: Client<true>;
  stop(): Promise<void>;
}

/** The intents of a bot that needs no privileged one. */
export const PLAIN_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** Starts a local Discord and logs a discord.js client in to it; nothing but the API's address differs from real use. */
export async function connectBot(
  options: SandboxOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<ConnectedBot> {
  const sandbox = await startSandbox(options);
  const client = createClient(sandbox, clientOptions);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  const connected = await ready;
  return {
    sandbox,
    client: connected,
    async stop() {
      await client.destroy();
      await sandbox.close();
    },
  };
}

/** A client that has not logged in yet. */
export function createClient(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: PLAIN_INTENTS,
    partials: [1],
    allowedMentions: { parse: [] },
    rest: { api: sandbox.apiUrl },
    ...options,
  });
}
