import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type BareDiscord, type Exchange, startBareDiscord } from './bare-discord.js';
import { type Times, toTimes } from './measure.js';

/** Exchanges with each bot that are measured, and those before them, while code is warmed up. */
const MEASURED = 200;
const WARM_UP = 40;

const IN_FLIGHT = [1, 20];

/** Questions on the shipped article: said, left open, not said. A number behind one makes it another, which has to be read. */
const QUESTIONS = [
  'Who is the prime minister?',
  'When did the war begin?',
  'What did the report say about the hostages?',
  'How many people were killed?',
  'Who won the football match?',
];

const CHAT_INPUT = 2;
const AUTOCOMPLETE = 4;

/** What a bot is asked; the counted number chooses among several of a kind. */
type Ask = (number: number) => Parameters<BareDiscord['ask']>[0];

const KINDS: Readonly<Record<string, Ask>> = {
  '/ask': (number) => askFor(`${QUESTIONS[number % QUESTIONS.length]} ${number}`),
  '/ask, what was asked before': (number) => askFor(QUESTIONS[number % QUESTIONS.length] ?? ''),
  autocomplete: (number) => ({
    type: AUTOCOMPLETE,
    data: command('who', [
      { name: 'name', type: 3, value: ['Ne', 'Bid', 'Ham', 'Isr'][number % 4], focused: true },
    ]),
  }),
};

function askFor(question: string): ReturnType<Ask> {
  return { type: CHAT_INPUT, data: command('ask', [{ name: 'question', type: 3, value: question }]) };
}

function command(name: string, options: readonly object[]): object {
  return { id: '400000000000000001', name, type: 1, options };
}

/** Prints how long members wait for Footnote, with the real client against a bare gateway, and for a bot that only says "pong": by turns, so that both have the same of the machine. */
export async function benchConversation(): Promise<void> {
  const pong = await startBot('pong');
  const footnote = await startBot('footnote');
  try {
    for (const [what, ask] of Object.entries(KINDS)) {
      for (const inFlight of IN_FLIGHT) {
        for (let i = 0; i < WARM_UP; i += inFlight) await byTurns(pong, footnote, ask, inFlight);
        const took: { pong: Exchange[]; footnote: Exchange[] } = { pong: [], footnote: [] };
        for (let i = 0; i < MEASURED; i += inFlight) {
          const both = await byTurns(pong, footnote, ask, inFlight);
          took.pong.push(...both.pong);
          took.footnote.push(...both.footnote);
        }
        print(`${what}, ${inFlight} in flight`, took);
      }
    }
  } finally {
    pong.stop();
    footnote.stop();
  }
}

interface RunningBot {
  readonly discord: BareDiscord;
  stop(): void;
}

async function startBot(kind: string): Promise<RunningBot> {
  const discord = await startBareDiscord();
  const child = fork(fileURLToPath(new URL('conversation-child.js', import.meta.url)), [
    kind,
    discord.apiUrl,
  ]);
  await discord.connected;
  return {
    discord,
    stop() {
      child.kill();
      discord.close();
    },
  };
}

let asked = 0;

async function byTurns(pong: RunningBot, footnote: RunningBot, ask: Ask, inFlight: number) {
  const askAll = (bot: RunningBot): Promise<Exchange[]> =>
    Promise.all(
      Array.from({ length: inFlight }, () => {
        asked += 1;
        return bot.discord.ask(ask(asked));
      }),
    );
  return { pong: await askAll(pong), footnote: await askAll(footnote) };
}

function print(what: string, took: { pong: Exchange[]; footnote: Exchange[] }): void {
  console.log(what);
  const timesOf = (exchanges: readonly Exchange[], part: keyof Exchange): Times =>
    toTimes(exchanges.map((exchange) => exchange[part]));
  for (const part of ['acknowledged', 'answered'] as const) {
    const [ours, theirs] = [timesOf(took.footnote, part), timesOf(took.pong, part)];
    const show = (key: 'p50' | 'p99'): string =>
      `${key} ${ours[key].toFixed(1)} ms (pong ${theirs[key].toFixed(1)}; ${(ours[key] / theirs[key]).toFixed(1)} times)`;
    console.log(`  ${part.padEnd(14)}${show('p50').padEnd(40)}${show('p99')}`);
  }
}
