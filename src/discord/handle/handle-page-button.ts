import { type ButtonInteraction, ComponentType } from 'discord.js';
import { parseOptions } from '../../command.js';
import { sayIn } from '../../messages/say.js';
import { sayReply } from '../../messages/say-reply.js';
import { refuseAccess } from '../access.js';
import type { BotSettings } from '../bot-settings.js';
import { fingerprintReply } from '../controls/fingerprint-reply.js';
import { turnPage } from '../controls/page-row.js';
import { decodePageState, type PageButton, readPageButton } from '../controls/page-state.js';
import { readPlace } from '../place.js';
import { renderReply } from '../render/render-reply.js';
import { buildReplyMessage } from '../render/reply-message.js';
import { describeUnknown } from './handle-command.js';
import { refusePrivately } from './refuse.js';
import { runCommand } from './run-command.js';

/**
 * A press on Previous, Next and their like: the command is run again with the options that stand in the buttons, and
 * the message shows the page. Whatever stands against it is said to the presser alone, and the message stays.
 */
export async function handlePageButton(interaction: ButtonInteraction, settings: BotSettings): Promise<void> {
  const button = readPageButton(interaction.customId);
  const state = decodePageState(readRow(interaction));
  if (button === null || state === null) {
    return refusePrivately(
      interaction,
      'This button is from another version of the bot; use the command again.',
    );
  }
  if (interaction.user.id !== state.userId) {
    return refusePrivately(
      interaction,
      `Only the person who asked can turn these pages; use /${state.command} to get your own.`,
    );
  }
  const command = settings.commands.find(({ name }) => name === state.command);
  if (command === undefined) return refusePrivately(interaction, describeUnknown(state.command));
  const refusal = refuseAccess(command, interaction, settings.moderatorRoleId);
  if (refusal !== null) return refusePrivately(interaction, refusal.reason);
  const parsed = parseOptions(command, state.options);
  if (!parsed.ok) return refusePrivately(interaction, parsed.reason);
  await interaction.deferUpdate();
  const place = await readPlace(interaction, settings);
  const say = sayIn(place.language);
  const context = await settings.contextAt(place);
  const { reply, isRepeatable } = await runCommand(command, parsed.values, context);
  if (reply.kind === 'refused') return refusePrivately(interaction, reply.reason, say);
  const origin = { command: command.name, options: parsed.values, userId: state.userId, isRepeatable };
  const isChanged = fingerprintReply(reply) !== state.fingerprint;
  const page = choosePage(button, state.page, renderReply(sayReply(reply, say)).embeds.length, isChanged);
  await interaction.editReply(buildReplyMessage(reply, origin, say, { page, isChanged }));
}

/** Another result is read from its beginning. */
function choosePage(button: PageButton, page: number, count: number, isChanged: boolean): number {
  return isChanged ? 0 : turnPage(button, page, count);
}

/** The custom_ids of the row that the button is in. */
function readRow({ message, customId }: ButtonInteraction): string[] {
  const rows = message.components.flatMap((component) =>
    component.type === ComponentType.ActionRow
      ? [component.components.flatMap((inner) => inner.customId ?? [])]
      : [],
  );
  return rows.find((ids) => ids.includes(customId)) ?? [];
}
