import type { BotSettings } from '../bot-settings.js';
import { chooseOffers } from '../controls/offers.js';
import { inOwnMessage, type Repliable } from '../respond/own-message.js';
import { type Response, respond } from '../respond/respond.js';
import type { AdmittedCommand } from './admit-command.js';

/** Runs a command that was admitted and answers in a message of its own. */
export async function answerApart(
  interaction: Repliable,
  admitted: AdmittedCommand,
  settings: BotSettings,
  { isPrivate, ...rest }: Pick<Response, 'readForm' | 'findPrevious'> & { readonly isPrivate: boolean },
): Promise<void> {
  const response: Response = {
    ...admitted,
    ...rest,
    stage: inOwnMessage(interaction, isPrivate, admitted.visit.say),
    event: { id: interaction.id, userId: interaction.user.id },
    chooseOffers: ({ server }) =>
      chooseOffers(interaction, admitted.command, { isPrivate, hasServer: server !== null }),
    isAsked: true,
  };
  await respond(response, settings);
}
