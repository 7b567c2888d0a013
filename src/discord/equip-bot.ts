import type { Client } from 'discord.js';
import { actFor, ownerOf } from '../scheduling/whose-work.js';
import type { BotSettings } from './bot-settings.js';
import type { BotWatch } from './bot-watch.js';
import { describeConnection } from './describe-connection.js';
import { KnownLocales } from './known-locales.js';
import type { Operators } from './operators.js';
import { Cooldowns } from './pace/cooldowns.js';
import { inTurns } from './pace/in-turn.js';
import { Presses } from './pace/presses.js';

/** What the handlers get from whoever starts the bot; the rest comes with the connection. */
export type GivenSettings = Pick<
  BotSettings,
  'commands' | 'contextAt' | 'settings' | 'isReadingMessages' | 'logger'
> & {
  /** Milliseconds of a clock that never goes back; the process's own if it is left out. */
  readonly clock?: () => number;
  /** Told of what the bot does; null, the default, for nobody. */
  readonly watch?: BotWatch | null;
};

/** What the handlers of a client's events work with. */
export function equipBot(client: Client, given: GivenSettings, operators: Operators): BotSettings {
  const { commands, contextAt, settings, isReadingMessages, logger, watch = null } = given;
  return {
    commands: inTurns(commands, watch),
    contextAt: (place, prepare = () => ({})) =>
      actFor(ownerOf(place), () =>
        contextAt(place, async (corpus) => ({
          ...(await prepare(corpus)),
          connection: client.isReady() ? describeConnection(client, place, given) : null,
        })),
      ),
    settings,
    operators,
    locales: new KnownLocales(),
    presses: new Presses(),
    cooldowns: new Cooldowns(given.clock ?? (() => performance.now())),
    isReadingMessages,
    logger,
    watch,
  };
}
