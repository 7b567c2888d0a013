import type { AutocompleteInteraction } from 'discord.js';
import type { Choice } from '../../bot/option.js';
import { isTextOption } from '../../bot/option.js';
import { actFor, ownerOf } from '../../scheduling/whose-work.js';
import { refuseAccess } from '../access.js';
import type { BotSettings } from '../bot-settings.js';
import { LIMITS } from '../limits.js';
import { toWellFormed } from '../render/markup.js';
import type { Visit } from '../visit.js';
import { checkInteraction } from './refuse-haste.js';

/** What is offered for the option being typed; nothing if it has no completion or the user may not run the command. */
export async function handleAutocomplete(
  interaction: AutocompleteInteraction,
  { place, server, command }: Pick<Visit, 'place' | 'server' | 'command'>,
  settings: BotSettings,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const spec = command?.options[name];
  const complete = spec !== undefined && isTextOption(spec) ? spec.complete : undefined;
  if (command === null || complete === undefined) return interaction.respond([]);
  if (checkInteraction('letter', interaction, { place, server }, settings) !== null)
    return interaction.respond([]);
  if (refuseAccess(command, place) !== null) return interaction.respond([]);
  const context = await settings.contextAt(place);
  await interaction.respond(fitChoices(await actFor(ownerOf(place), async () => complete(value, context))));
}

/** Choices as Discord takes them: a name is shortened, but a value that is too long is left out, as half of it is another. */
function fitChoices(choices: readonly Choice[]): Choice[] {
  const values = new Set<string>();
  const fitting: Choice[] = [];
  for (const { name, value } of choices) {
    const label = shorten(toWellFormed(name).replace(/\s+/gu, ' ').trim());
    if (label === '' || value.trim() === '' || value.length > LIMITS.choiceValue || values.has(value))
      continue;
    values.add(value);
    fitting.push({ name: label, value: toWellFormed(value) });
  }
  return fitting.slice(0, LIMITS.choices);
}

function shorten(name: string): string {
  if (name.length <= LIMITS.choiceName) return name;
  return `${toWellFormed(name.slice(0, LIMITS.choiceName - 1)).replace(/\uFFFD$/u, '')}…`;
}
