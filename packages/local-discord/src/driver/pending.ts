import type { APIMessage } from 'discord-api-types/v10';
import type { InteractionRecord } from '../interactions/interaction-store.js';
import type { Platform } from '../platform.js';
import type { Acknowledgement, PendingInteraction } from './pending-interaction.js';

/** Watches an interaction that has been sent to the bot. */
export function watchInteraction(platform: Platform, record: InteractionRecord): PendingInteraction {
  const { events, messages, settings } = platform;
  const acknowledged = new Promise<Acknowledgement>((resolve) => {
    const look = () => {
      if (record.acknowledgement === undefined) return false;
      resolve(record.acknowledgement);
      return true;
    };
    if (look()) return;
    const stop = events.listen((event) => {
      if (event.kind === 'acknowledged' && event.interactionId === record.id && look()) stop();
    });
  });
  let taken = 0;
  const findFollowUps = () => record.followUpIds.flatMap((id) => messages.find(id)?.message ?? []);
  const startOriginal = structuredClone(messages.find(record.sourceMessageId ?? '')?.message);

  async function reply(): Promise<APIMessage> {
    const acknowledgement = await acknowledged;
    switch (acknowledgement.kind) {
      case 'reply':
      case 'update':
        return acknowledgement.message;
      case 'deferred': {
        const found = await events.waitFor(() => {
          const stored = messages.find(record.originalMessageId ?? '');
          return stored === undefined || stored.isThinking ? undefined : structuredClone(stored.message);
        }, settings.timing.waitMs);
        if (found === undefined) throw new Error('The deferred reply never got its content.');
        return found;
      }
      case 'deferred-update': {
        const found = await events.waitFor(() => {
          const message = messages.find(record.sourceMessageId ?? '')?.message;
          return message?.edited_timestamp === startOriginal?.edited_timestamp
            ? undefined
            : structuredClone(message);
        }, settings.timing.waitMs);
        if (found === undefined) throw new Error('The message of the component was never updated.');
        return found;
      }
      default:
        throw new Error(`There is no reply: the interaction ${describe(acknowledgement)}.`);
    }
  }

  return {
    id: record.id,
    userId: record.userId,
    channelId: record.channelId,
    acknowledged,
    reply,
    async choices() {
      const acknowledgement = await acknowledged;
      if (acknowledgement.kind === 'choices')
        return acknowledgement.choices.map(({ name, value }) => ({ name, value }));
      throw new Error(`There are no choices: the interaction ${describe(acknowledgement)}.`);
    },
    async modal() {
      const acknowledgement = await acknowledged;
      if (acknowledgement.kind === 'modal') return acknowledgement.modal;
      throw new Error(`There is no modal: the interaction ${describe(acknowledgement)}.`);
    },
    followUps: findFollowUps,
    async nextFollowUp() {
      const found = await events.waitFor(() => findFollowUps()[taken], settings.timing.waitMs);
      if (found === undefined) throw new Error(`No follow-up came within ${settings.timing.waitMs} ms.`);
      taken += 1;
      return found;
    },
  };
}

/** An interaction that the user's client would not send. */
export function refuseInteraction(userId: string, channelId: string, reason: string): PendingInteraction {
  const acknowledgement: Acknowledgement = { kind: 'refused', reason };
  const reject = async (): Promise<never> => {
    throw new Error(`The interaction ${describe(acknowledgement)}.`);
  };
  return {
    id: '',
    userId,
    channelId,
    acknowledged: Promise.resolve(acknowledgement),
    reply: reject,
    choices: reject,
    modal: reject,
    followUps: () => [],
    nextFollowUp: reject,
  };
}

function describe(acknowledgement: Acknowledgement): string {
  switch (acknowledgement.kind) {
    case 'refused':
      return `was not sent: ${acknowledgement.reason}`;
    case 'missed':
      return 'was not acknowledged in time';
    case 'modal':
      return `opened the modal "${acknowledgement.modal.title}"`;
    default:
      return `was answered with ${acknowledgement.kind}`;
  }
}
