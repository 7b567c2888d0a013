import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The program, as it is built. */
const PROGRAM = fileURLToPath(new URL('../../src/app/main.js', import.meta.url));

/** One process of the bot, which is started again when it was killed. */
export class BotProcess {
  /** Shards as SHARDS names them; others hold from its next start on. */
  shards: string;
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;
  #isConnected = false;
  /** Milliseconds since it last connected or was lost; whatever is checked since then has seen it whole. */
  changedAt = 0;
  /** What it has logged that is worth a look. */
  readonly complaints: string[] = [];

  constructor(shards: string, environment: Readonly<Record<string, string>>) {
    this.shards = shards;
    this.#environment = environment;
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Starts it; resolves once it answers people. @throws if it ends before. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM], {
      env: { ...process.env, ...this.#environment, SHARDS: this.shards },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    let rest = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data: Buffer) => {
        const lines = (rest + data.toString()).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (line.includes('connected to Discord')) resolve();
          if (/"level":[456]0/u.test(line)) this.complaints.push(line);
        }
      });
      child.once('exit', (code, signal) => {
        this.#isConnected = false;
        this.changedAt = performance.now();
        reject(new Error(`A process ended with ${code ?? signal}: ${said}`));
      });
    });
    this.#isConnected = true;
    this.changedAt = performance.now();
  }

  /** Ends it at once, whatever it is at. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Lets it finish what is under way. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
