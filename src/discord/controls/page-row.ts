import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import { phrase, type Say } from '../../messages/phrase.js';
import type { ButtonRow } from './action-rows.js';
import { encodePageState, type PageButton, type PageState } from './page-state.js';

/** The row of buttons that turns the pages; null for a single page, or if the state does not fit into the row. */
export function buildPageRow(state: PageState, pageCount: number, say: Say): ButtonRow | null {
  if (pageCount < 2) return null;
  const isFirst = state.page === 0;
  const isLast = state.page === pageCount - 1;
  const faces: Readonly<Record<PageButton, { label: string; disabled: boolean }>> = {
    first: { label: say(phrase('discord.page-first')), disabled: isFirst },
    previous: { label: say(phrase('discord.page-previous')), disabled: isFirst },
    here: {
      label: say(phrase('discord.page-here', { page: state.page + 1, count: pageCount })),
      disabled: true,
    },
    next: { label: say(phrase('discord.page-next')), disabled: isLast },
    last: { label: say(phrase('discord.page-last')), disabled: isLast },
  };
  const buttons = encodePageState(state)?.map(
    ({ button, customId }): APIButtonComponentWithCustomId => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: customId,
      ...faces[button],
    }),
  );
  return buttons === undefined ? null : { type: ComponentType.ActionRow, components: buttons };
}

/** The page that a button leads to; clamped to those there are. */
export function turnPage(button: PageButton, page: number, pageCount: number): number {
  const wanted = { first: 0, previous: page - 1, here: page, next: page + 1, last: pageCount - 1 }[button];
  return Math.max(0, Math.min(wanted, pageCount - 1));
}
