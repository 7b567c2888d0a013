/**
 * When the shards of each bucket last identified: Discord lets one of a bucket (a shard's number modulo `max_concurrency`) do so every five
 * seconds, over all connections of the bot, and gives whoever comes too early an invalid session
 * (https://discord.com/developers/docs/events/gateway#sharding-max-concurrency).
 */
export class IdentifyBuckets {
  readonly #last = new Map<number, number>();

  /** Whether a shard of this bucket may identify now; if so, the next must wait for `milliseconds`. */
  take(bucket: number, milliseconds: number): boolean {
    const now = performance.now();
    const last = this.#last.get(bucket);
    if (last !== undefined && now - last < milliseconds) return false;
    this.#last.set(bucket, now);
    return true;
  }
}
