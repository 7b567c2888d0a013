import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from './config.js';

/** Says that a port is another program's, as a sentence for the operator. */
export function portTaken(port: number): string {
  return `Port ${port} is taken: set PORT to another one, or to 0 for any that is free.`;
}

/** Whether an error of listening says that the port is another program's. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Says so if the local Discord would not have its port, before all that goes into it is loaded; null otherwise, and if there is none. */
export async function checkPort({
  discordToken,
  port,
}: Pick<Config, 'discordToken' | 'port'>): Promise<string | null> {
  if (discordToken !== null || port === 0) return null;
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    // What else there is is told by who listens in earnest.
    return isTaken(error) ? portTaken(port) : null;
  }
  server.close();
  await once(server, 'close');
  return null;
}
