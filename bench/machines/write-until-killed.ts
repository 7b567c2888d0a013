import { openPostgres } from '../../src/store/postgres/open-postgres.js';

/*
 * A machine that writes into the store at the address of its first argument until it is killed: sources of servers that begin with its second
 * argument, numbered from its third. Each that is confirmed it says on a line of its own.
 */

/** Sources of one server. */
const A_SERVER = 25;

const [url = '', prefix = '', first = '0'] = process.argv.slice(2);
const opening = await openPostgres({ url });
if (!opening.ok) throw new Error(opening.reason);
const { sources } = opening.store;
for (let number = Number(first); ; number += 1) {
  const source = {
    guildId: `${prefix}${Math.floor(number / A_SERVER)}`,
    name: `s${number}`,
    title: `Source ${number}`,
    ending: 'txt',
    bytes: new Uint8Array(2_000).fill(number % 256),
    fetchedFrom: null,
    fetchedAt: null,
    addedBy: null,
    addedAt: new Date(),
    feed: null,
  };
  // What breaks off at its confirmation is in doubt, and nothing is said of it.
  const isPut = await sources.put(source, { count: A_SERVER, bytes: 1_000_000 }).catch(() => false);
  if (isPut) process.stdout.write(`${source.guildId} ${source.name}\n`);
}
