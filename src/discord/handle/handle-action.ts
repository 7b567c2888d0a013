import type { ButtonInteraction } from 'discord.js';
import type { Reply } from '../../bot/reply.js';
import { phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import type { Control } from '../controls/control-id.js';
import { readPageState } from '../controls/message-controls.js';
import { NO_OFFERS } from '../controls/offers.js';
import { inPlace } from '../respond/in-place.js';
import { refusePrivately } from '../respond/refuse.js';
import { respond } from '../respond/respond.js';
import type { Visit } from '../visit.js';
import { admitNamed } from './admit-command.js';
import { openForm } from './open-form.js';

/** A press on a button that runs a command: its reply takes the message's place; a refusal is said to the presser alone, and the message stays. */
export async function handleAction(
  interaction: ButtonInteraction,
  control: Control,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  const admitted = await admitNamed(interaction, control, visit, settings);
  if (admitted === null) return;
  const { command } = admitted;
  if (command.form !== null) return openForm(interaction, admitted, command.form, settings);
  const response = {
    ...admitted,
    stage: inPlace(interaction, visit.say),
    event: { id: interaction.id, userId: interaction.user.id },
    chooseView: ({ reply }: { readonly reply: Reply }) => ({
      page: findListPage(interaction, reply),
      isChanged: false,
    }),
    chooseOffers: () => NO_OFFERS,
    isAsked: false,
  };
  const isDone = await settings.presses.do(interaction, async () => {
    await respond(response, settings);
  });
  if (!isDone) await refusePrivately(interaction, phrase('discord.press-under-way'), visit.say);
}

/** A list that the press has changed stays on its page. */
function findListPage(interaction: ButtonInteraction, reply: Reply): number {
  const list = readPageState(interaction);
  const isSameList = reply.kind === 'notice' && reply.again?.command === list?.command;
  return isSameList ? (list?.page ?? 0) : 0;
}
