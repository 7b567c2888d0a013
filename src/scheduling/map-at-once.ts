/** What becomes of each of some things, in their order, a few at the same time. @throws what the work on any of them throws, once what runs has ended. */
export async function mapAtOnce<Thing, Result>(
  things: readonly Thing[],
  most: number,
  work: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = things.entries();
  const run = async (): Promise<void> => {
    for (const [place, thing] of left) results[place] = await work(thing);
  };
  await Promise.all(Array.from({ length: Math.min(most, things.length) }, run));
  return results;
}
