import { randomBytes } from 'node:crypto';
import {
  type APIMessage,
  type ApplicationCommandType,
  InteractionContextType,
  type InteractionType,
} from 'discord-api-types/v10';
import type { InteractionRecord } from '../interactions/interaction-store.js';
import type { Owners } from '../interactions/owners.js';
import type { Platform } from '../platform.js';
import { UPLOAD_BYTES } from '../rest/uploads.js';
import { appPermissionsIn } from '../world/app-permissions.js';
import { toChannel } from '../world/channel-payload.js';
import { type Person, type Place, permissionsIn } from '../world/world.js';

/** What an interaction is about. */
export interface InteractionParts {
  type: InteractionType;
  person: Person;
  place: Place;
  data: Record<string, unknown>;
  /** The message that a component is on, or from whose component a modal came. */
  message?: APIMessage | undefined;
  commandName?: string;
  commandType?: ApplicationCommandType;
  owners: Owners;
}

/** Sends INTERACTION_CREATE to the bot and starts the clock of its acknowledgement. */
export function startInteraction(platform: Platform, parts: InteractionParts): InteractionRecord {
  const { settings, interactions, events } = platform;
  const { person, place } = parts;
  const record: InteractionRecord = {
    id: platform.ids.next(),
    token: randomBytes(48).toString('base64url'),
    type: parts.type,
    userId: person.user.id,
    channelId: place.id,
    startedAt: Date.now(),
    commandName: parts.commandName,
    commandType: parts.commandType,
    sourceMessageId: parts.message?.id,
    owners: parts.owners,
    acknowledgement: undefined,
    originalMessageId: undefined,
    followUpIds: [],
  };
  interactions.add(record);
  platform.gateway.dispatch('INTERACTION_CREATE', toPayload(platform, record, parts), {
    guildId: place.guildId,
  });
  const miss = () => {
    if (record.acknowledgement !== undefined) return;
    record.acknowledgement = { kind: 'missed' };
    events.emit({ kind: 'acknowledged', interactionId: record.id, userId: record.userId });
  };
  setTimeout(miss, settings.timing.acknowledgeMs).unref();
  // Without a bot there is nobody to wait for; Discord's client says so at once.
  if (!platform.gateway.hasSession()) miss();
  return record;
}

/** The kind of place that commands name in their `contexts`. */
export function contextOf({ kind }: Place): InteractionContextType {
  if (kind === 'dm') return InteractionContextType.BotDM;
  return kind === 'group' ? InteractionContextType.PrivateChannel : InteractionContextType.Guild;
}

/** The payload of INTERACTION_CREATE. */
function toPayload({ world }: Platform, record: InteractionRecord, parts: InteractionParts) {
  const { person, place } = parts;
  const server = place.guildId === undefined ? undefined : world.server(place.guildId);
  const permissions = permissionsIn(world, place, person.user.id).toString();
  return {
    id: record.id,
    application_id: world.applicationId,
    type: parts.type,
    data: parts.data,
    token: record.token,
    version: 1,
    ...(server === undefined
      ? { user: person.user }
      : {
          guild_id: server.id,
          guild: { id: server.id, locale: server.locale, features: [] },
          guild_locale: server.locale,
          member: { ...server.members.get(person.user.id), permissions },
        }),
    channel_id: place.id,
    channel: { ...toChannel(world, place), permissions },
    app_permissions: appPermissionsIn(world, place).toString(),
    locale: person.locale,
    entitlements: [],
    authorizing_integration_owners: record.owners,
    context: contextOf(place),
    attachment_size_limit: UPLOAD_BYTES,
    ...(parts.message === undefined ? {} : { message: parts.message }),
  };
}
