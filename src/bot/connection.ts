/** How the bot's connection to Discord is, as seen from one place. */
export interface Connection {
  /** Servers that it is in. */
  readonly servers: number;
  /** The part of all servers that this connection serves, from 0, and how many parts there are. */
  readonly shard: number;
  readonly shards: number;
  /** Milliseconds of the last heartbeat's way there and back; null before the first. */
  readonly latency: number | null;
  /** Milliseconds since the program was started. */
  readonly uptime: number;
  /** Bytes of memory that the program holds. */
  readonly memory: number;
  /** Whether it reads the messages of people who do not mention it (the Message Content intent). */
  readonly isReadingMessages: boolean;
  /** The name of a role of this server; null if there is none of this id. */
  readonly nameRole: (id: string) => string | null;
  /** The name of a channel of this server; null if there is none of this id. */
  readonly nameChannel: (id: string) => string | null;
  /** Whether the bot may show an answer in a channel of this server. */
  readonly mayAnswerIn: (id: string) => boolean;
}
