import type { Sandbox } from 'local-discord';

/** Takes permissions from everybody in a server, as its moderators would; gives what gives them back. */
export function forbid({ world }: Sandbox, server: string, permissions: bigint): () => void {
  const role = world.servers
    .find(({ key }) => key === server)
    ?.roles.find(({ name }) => name === '@everyone');
  if (role === undefined) throw new Error(`There is no server "${server}".`);
  const before = role.permissions;
  role.permissions = String(BigInt(before) & ~permissions);
  return () => {
    role.permissions = before;
  };
}
