import type { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import type { Acknowledgement } from '../driver/pending-interaction.js';
import type { Owners } from './owners.js';

/** An interaction from its start to the end of its token. */
export interface InteractionRecord {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channelId: string;
  /** When it was sent to the bot, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** `/ask`, for "mira used /ask"; undefined for components and modals. */
  readonly commandName: string | undefined;
  /** Slash or menu command; undefined for components and modals. */
  readonly commandType: ApplicationCommandType | undefined;
  /** The message that a component was on. */
  readonly sourceMessageId: string | undefined;
  readonly owners: Owners;
  /** The first acknowledgement; undefined while none came. */
  acknowledgement: Acknowledgement | undefined;
  /** The message that `@original` names: the reply, or a component's own message. */
  originalMessageId: string | undefined;
  followUpIds: string[];
}

/** The interactions of the last while. */
export interface InteractionStore {
  add(record: InteractionRecord): void;
  findById(id: string): InteractionRecord | undefined;
  findByToken(token: string): InteractionRecord | undefined;
}

/** How many interactions are kept; tokens die after 15 minutes, so older ones are never asked for. */
const KEPT_INTERACTIONS = 10_000;

/** An empty store. */
export function createInteractionStore(): InteractionStore {
  const records = new Map<string, InteractionRecord>();
  const byToken = new Map<string, InteractionRecord>();
  return {
    add(record) {
      records.set(record.id, record);
      byToken.set(record.token, record);
      const [oldest] = records.values();
      if (records.size > KEPT_INTERACTIONS && oldest !== undefined) {
        records.delete(oldest.id);
        byToken.delete(oldest.token);
      }
    },
    findById: (id) => records.get(id),
    findByToken: (token) => byToken.get(token),
  };
}
