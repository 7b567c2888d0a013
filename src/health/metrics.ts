import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds at which latencies are told apart: what is felt as at once, what Discord waits for (3), and what somebody gives up. */
const LATENCIES = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60];

/** Seconds at which the store's answers are told apart. */
const STORE_LATENCIES = [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10];

/** One connection to Discord. */
export interface ShardState {
  readonly id: number;
  readonly isReady: boolean;
  /** Milliseconds that a heartbeat takes; null if none was answered yet. */
  readonly ping: number | null;
}

/** How much waits in a queue, and how much of it belongs to the one server with the most. */
export interface QueueLength {
  readonly all: number;
  readonly mostOfServer: number;
}

/** What is looked up when the metrics are asked for; a part that is not there yet is left out. */
export interface Sights {
  readonly shards?: () => readonly ShardState[];
  readonly servers?: () => number;
  readonly articles?: () => number;
  readonly isReaderReady?: () => boolean;
  readonly unforeseen?: () => number;
}

/**
 * What is counted of the running program. No label is a server's or a person's: their number has no bound, and they are nobody's
 * business. Milliseconds go in, seconds come out, as Prometheus has them.
 */
export interface Metrics {
  /** An event of Discord's that was dealt with: `outcome` is answered, refused, leaving, late or failed. */
  readonly interaction: (event: string, command: string, outcome: string, milliseconds: number) => void;
  /** What a command came to: the kind of its reply. */
  readonly reply: (command: string, kind: string) => void;
  readonly reload: (which: string, outcome: string, milliseconds: number) => void;
  readonly reading: (kind: string, outcome: string, milliseconds: number) => void;
  readonly store: (kind: string, outcome: string, milliseconds: number) => void;
  readonly reconnect: (shard: number) => void;
  /** Whose length is looked up from now on. */
  readonly watchQueue: (name: string, length: () => QueueLength) => void;
  readonly look: (sights: Sights) => void;
  readonly contentType: string;
  /** As Prometheus reads it. */
  readonly text: () => Promise<string>;
  /** The names of all metrics, for whoever checks that a chart names one that there is. */
  readonly names: () => string[];
}

/** Metrics in a registry of their own, with those of Node.js: memory, processor, and how late the event loop is. */
export function createMetrics(version: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const gauge = (name: string, help: string, labelNames: string[], collect: (one: Gauge) => void) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        collect(this);
      },
    });
  const histogram = (name: string, help: string, buckets: number[], ...labelNames: string[]) =>
    new Histogram({ name, help, labelNames, buckets, registers });

  const queues = new Map<string, () => QueueLength>();
  let sights: Sights = {};

  const interactions = counter(
    'footnote_interactions_total',
    'Events of Discord that were dealt with.',
    'event',
    'command',
    'outcome',
  );
  const latency = histogram(
    'footnote_interaction_seconds',
    'From the arrival of an event to the end of the last answer to it.',
    LATENCIES,
    'event',
    'command',
  );
  const replies = counter('footnote_replies_total', 'Replies of commands by kind.', 'command', 'kind');
  const reloads = counter('footnote_reloads_total', 'Readings of sources again.', 'which', 'outcome');
  const reloadTime = histogram('footnote_reload_seconds', 'What they took.', LATENCIES, 'which');
  const readings = counter(
    'footnote_readings_total',
    'Files made articles (parse), articles read (read) and feeds (feed).',
    'kind',
    'outcome',
  );
  const readingTime = histogram(
    'footnote_reading_seconds',
    'What they took, the wait for a thread included.',
    LATENCIES,
    'kind',
  );
  const storeErrors = counter('footnote_store_errors_total', 'What the database refused or lost.', 'kind');
  const storeTime = histogram('footnote_store_seconds', 'What the database took.', STORE_LATENCIES, 'kind');
  const reconnects = counter(
    'footnote_gateway_reconnects_total',
    'Connections to Discord that were lost and are tried again.',
    'shard',
  );
  gauge('footnote_info', 'Always 1; the version is its label.', ['version'], (one) =>
    one.set({ version }, 1),
  );
  gauge('footnote_gateway_shard_ready', '1 where the connection is there.', ['shard'], (one) => {
    for (const { id, isReady } of sights.shards?.() ?? []) one.set({ shard: id }, isReady ? 1 : 0);
  });
  gauge('footnote_gateway_ping_seconds', 'What a heartbeat takes.', ['shard'], (one) => {
    for (const { id, ping } of sights.shards?.() ?? [])
      if (ping !== null) one.set({ shard: id }, ping / 1_000);
  });
  gauge('footnote_servers', 'Servers that this process serves.', [], (one) =>
    one.set(sights.servers?.() ?? 0),
  );
  gauge('footnote_articles', 'Articles that all servers share.', [], (one) =>
    one.set(sights.articles?.() ?? 0),
  );
  gauge('footnote_reader_ready', '1 where questions are read closely, by the model.', [], (one) =>
    one.set(sights.isReaderReady?.() === true ? 1 : 0),
  );
  gauge('footnote_unforeseen_errors', 'Errors since the start that only the last guard caught.', [], (one) =>
    one.set(sights.unforeseen?.() ?? 0),
  );
  gauge(
    'footnote_queue_waiting',
    'What waits for its turn: of all, and of the one server with the most.',
    ['queue', 'share'],
    (one) => {
      for (const [queue, length] of queues) {
        const { all, mostOfServer } = length();
        one.set({ queue, share: 'all' }, all);
        one.set({ queue, share: 'busiest_server' }, mostOfServer);
      }
    },
  );

  return {
    interaction(event, command, outcome, milliseconds) {
      interactions.inc({ event, command, outcome });
      latency.observe({ event, command }, milliseconds / 1_000);
    },
    reply: (command, kind) => replies.inc({ command, kind }),
    reload(which, outcome, milliseconds) {
      reloads.inc({ which, outcome });
      reloadTime.observe({ which }, milliseconds / 1_000);
    },
    reading(kind, outcome, milliseconds) {
      readings.inc({ kind, outcome });
      readingTime.observe({ kind }, milliseconds / 1_000);
    },
    store(kind, outcome, milliseconds) {
      storeTime.observe({ kind }, milliseconds / 1_000);
      if (outcome === 'failed') storeErrors.inc({ kind });
    },
    reconnect: (shard) => reconnects.inc({ shard }),
    watchQueue: (name, length) => void queues.set(name, length),
    look(more) {
      sights = { ...sights, ...more };
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
    names: () => registry.getMetricsAsArray().map(({ name }) => name),
  };
}
