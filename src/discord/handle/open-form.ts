import { setTimeout } from 'node:timers/promises';
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  type MessageContextMenuCommandInteraction,
  TextInputStyle,
} from 'discord.js';
import type { CommandContext, FieldSpec, FormSpec } from '../../bot/command.js';
import { writeOptions } from '../../bot/option.js';
import { phrase, type Say } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { encodeControl } from '../controls/control-id.js';
import { LIMITS } from '../limits.js';
import { refusePrivately } from '../respond/refuse.js';
import type { AdmittedCommand } from './admit-command.js';

/** Milliseconds that the fields of a form are waited for: it must be open within Discord's three seconds. */
const TIMEOUT = 2_000;

/** Opens the form of a command that has one; its options wait in the form itself, so that a restart loses nothing. */
export async function openForm(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction,
  { command, options, visit: { place, say } }: AdmittedCommand,
  form: FormSpec,
  settings: BotSettings,
): Promise<void> {
  const customId = encodeControl({ kind: 'form', command: command.name, options: writeOptions(options) });
  if (customId === null) return refusePrivately(interaction, phrase('discord.form-too-long'), say);
  const context = await Promise.race([settings.contextAt(place), setTimeout(TIMEOUT, null, { ref: false })]);
  if (context === null) return refusePrivately(interaction, phrase('discord.form-not-ready'), say);
  await interaction.showModal(describeForm(customId, form, context, say));
}

/** A form as Discord is told of it: the custom_id of a field is its name. */
function describeForm(
  customId: string,
  { title, fields }: FormSpec,
  context: CommandContext,
  say: Say,
): APIModalInteractionResponseCallbackData {
  const offered = Object.entries(fields).filter(([, { isOffered }]) => isOffered?.(context) ?? true);
  return {
    custom_id: customId,
    title: say(title),
    components: offered.map(([name, field]) => describeField(name, field, say)),
  };
}

function describeField(name: string, field: FieldSpec, say: Say): APILabelComponent {
  const { kind, label, description, isRequired = false } = field;
  const maxLength = Math.min(field.maxLength ?? LIMITS.textInput, LIMITS.textInput);
  const common = { custom_id: name, required: isRequired };
  return {
    type: ComponentType.Label,
    label: say(label),
    ...(description === undefined ? {} : { description: say(description) }),
    component:
      kind === 'file'
        ? { type: ComponentType.FileUpload, ...common, min_values: isRequired ? 1 : 0, max_values: 1 }
        : {
            type: ComponentType.TextInput,
            ...common,
            style: kind === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
            max_length: maxLength,
          },
  };
}
