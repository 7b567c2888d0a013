// Writes to a store, and closes it on a disk that takes no more; says how it went and whether it closes a second time.
import { execFileSync } from 'node:child_process';
import { openStore } from '../../dist/src/store/libsql/open-libsql.js';

const opening = await openStore({ file: new URL(process.argv[2] ?? '') }, 0);
if (!opening.ok) throw new Error(opening.reason);
const { store } = opening;
const source = { guildId: 'g', name: 'a', title: 'A', ending: 'txt', bytes: new Uint8Array(20_000) };
const rest = { fetchedFrom: null, fetchedAt: null, addedBy: null, addedAt: new Date(1) };
await store.sources.put({ ...source, ...rest }, { count: 1, bytes: 1e6 });
execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=4096']);
const end = await store.close().then(
  () => 'closed',
  () => 'failed',
);
await store.close();
process.stdout.write(end);
