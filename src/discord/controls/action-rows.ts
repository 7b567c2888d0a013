import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { ReplyAction } from '../../bot/reply.js';
import { LIMITS } from '../limits.js';
import { encodeControl } from './control-id.js';

/** A row of buttons, each with an id of ours. */
export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

const STYLES = {
  plain: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const satisfies Record<ReplyAction['style'], ButtonStyle>;

/**
 * The button of an action, with the number of its line before its label.
 *
 * @throws if the action does not fit into a custom_id: a command of ours has made it too long.
 */
export function buildActionButton(
  { label, style, command, options }: ReplyAction<string>,
  number: number | null,
): APIButtonComponentWithCustomId {
  const customId = encodeControl({ kind: 'do', command, options });
  if (customId === null) throw new Error(`The button of “${command}” holds more than a custom_id takes.`);
  return buildButton(customId, number === null ? label : `${number}. ${label}`, STYLES[style]);
}

/** A button with this label, in grey unless said otherwise. */
export function buildButton(
  customId: string,
  label: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style, custom_id: customId, label };
}

/** Buttons in rows of as many as Discord takes. */
export function layOutButtons(buttons: readonly APIButtonComponentWithCustomId[]): ButtonRow[] {
  const rows: ButtonRow[] = [];
  for (let i = 0; i < buttons.length; i += LIMITS.buttonsInRow) {
    const components = buttons.slice(i, i + LIMITS.buttonsInRow);
    rows.push({ type: ComponentType.ActionRow, components });
  }
  return rows;
}
