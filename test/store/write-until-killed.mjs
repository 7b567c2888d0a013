// Writes to a store until it is killed: each round gives a server's tables and its one source another content.
import { openStore } from '../../dist/src/store/libsql/open-libsql.js';

const opening = await openStore({ file: new URL(process.argv[2] ?? '') }, 0);
if (!opening.ok) throw new Error(opening.reason);
const { store } = opening;
const none = { fetchedFrom: null, fetchedAt: null };
process.stdout.write('writing\n');
for (let round = 1; ; round += 1) {
  const bytes = new Uint8Array(20_000).fill(round % 256);
  const at = new Date(round);
  const own = { guildId: 'g', title: String(round), ending: 'txt', bytes, ...none };
  await store.sources.put({ ...own, name: 'a', addedBy: 'u', addedAt: at }, { count: 9, bytes: 1e9 });
  await store.drafts.put({ ...own, id: `${process.pid}-${round}`, userId: 'u', madeAt: at }, 3);
  await store.gaps.add({ guildId: 'g', question: 'Why?', kind: 'nothing', at }, String(round), 3);
  if (round % 3 === 0) await store.forgetServer('g');
}
