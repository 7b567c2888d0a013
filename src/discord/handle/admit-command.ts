import type { RepliableInteraction } from 'discord.js';
import type { Command } from '../../bot/command.js';
import type { GivenOptions } from '../../bot/option.js';
import { parseOptions } from '../../bot/parse-options.js';
import { nameCommand } from '../../messages/command-words.js';
import { phrase } from '../../messages/phrase.js';
import { refuseAccess } from '../access.js';
import type { BotSettings } from '../bot-settings.js';
import { refusePrivately } from '../respond/refuse.js';
import type { Visit } from '../visit.js';

/** A command that its user may run here, with options that were checked. */
export interface AdmittedCommand {
  readonly command: Command;
  readonly options: GivenOptions;
  readonly visit: Visit;
}

/** A command with access and options checked; null if its user was told what is against it. */
export async function admitCommand(
  interaction: RepliableInteraction,
  command: Command,
  rawOptions: unknown,
  visit: Visit,
): Promise<AdmittedCommand | null> {
  const parsed = parseOptions(command, rawOptions);
  const refusal = refuseAccess(command, visit.place)?.reason ?? (parsed.ok ? null : parsed.reason);
  if (parsed.ok && refusal === null) return { command, options: parsed.values, visit };
  if (refusal !== null) await refusePrivately(interaction, refusal, visit.say);
  return null;
}

/** The same for the command that a control names, which may be gone by now. */
export async function admitNamed(
  interaction: RepliableInteraction,
  wanted: { readonly command: string; readonly options: unknown },
  visit: Visit,
  { commands }: BotSettings,
): Promise<AdmittedCommand | null> {
  const command = commands.find(({ name }) => name === wanted.command);
  if (command !== undefined) return admitCommand(interaction, command, wanted.options, visit);
  await refuseGone(interaction, wanted.command, visit);
  return null;
}

/** Tells who wants a command that is not there any more. */
export function refuseGone(interaction: RepliableInteraction, name: string, { say }: Visit): Promise<void> {
  return refusePrivately(interaction, phrase('discord.command-gone', { command: nameCommand(name) }), say);
}
