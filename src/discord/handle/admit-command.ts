import type { RepliableInteraction } from 'discord.js';
import type { Command } from '../../bot/command.js';
import type { GivenOptions } from '../../bot/option.js';
import { parseOptions } from '../../bot/parse-options.js';
import type { Place } from '../../bot/place.js';
import { nameCommand } from '../../messages/command-words.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { sayIn } from '../../messages/say.js';
import { refuseAccess } from '../access.js';
import type { BotSettings } from '../bot-settings.js';
import { readPlace } from '../place.js';
import { refusePrivately } from './refuse.js';

/** A command that its user may run here, with options that were checked. */
export interface AdmittedCommand {
  readonly command: Command;
  readonly options: GivenOptions;
  readonly place: Place;
  /** Says phrases in the language of the place. */
  readonly say: Say;
}

/** The command that a control names, its access and options checked anew; null where its user was told what is against it. */
export async function admitCommand(
  interaction: RepliableInteraction,
  wanted: { readonly command: string; readonly options: unknown },
  settings: BotSettings,
): Promise<AdmittedCommand | null> {
  const place = await readPlace(interaction, settings);
  const say = sayIn(place.language);
  const refuse = async (reason: Parameters<typeof refusePrivately>[1]): Promise<null> => {
    await refusePrivately(interaction, reason, say);
    return null;
  };
  const command = settings.commands.find(({ name }) => name === wanted.command);
  if (command === undefined)
    return refuse(phrase('discord.command-gone', { command: nameCommand(wanted.command) }));
  const refusal = refuseAccess(command, place);
  if (refusal !== null) return refuse(refusal.reason);
  const parsed = parseOptions(command, wanted.options);
  if (!parsed.ok) return refuse(parsed.reason);
  return { command, options: parsed.values, place, say };
}
