/** The first millisecond of 2015 in UTC, from which Discord counts. */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;

/** The largest number of ids in one millisecond: 12 bits, as Discord's snowflakes have it. */
const IDS_PER_MS = 4096n;

/** A source of ids in Discord's form, strictly increasing; see https://discord.com/developers/docs/reference#snowflakes. */
export interface SnowflakeSource {
  next(): string;
}

/** Makes a source that starts at this moment (milliseconds since the Unix epoch) and follows `now` from then on. */
export function createSnowflakeSource(now: () => number): SnowflakeSource {
  let last = 0n;
  return {
    next() {
      const earliest = (BigInt(now()) - DISCORD_EPOCH_MS) << 22n;
      // A clock that stops or goes back must not repeat an id, so the previous one also bounds it from below.
      last = earliest > last ? earliest : last + 1n;
      if ((last & 0x3fffffn) >= IDS_PER_MS) last = ((last >> 22n) + 1n) << 22n;
      return last.toString();
    },
  };
}
