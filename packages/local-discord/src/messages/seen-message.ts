import type { APIMessage } from 'discord-api-types/v10';
import type { Platform } from '../platform.js';
import { canSee, type Person, type Place } from '../world/world.js';
import type { StoredMessage } from './message-store.js';

/** A message as one user sees it. */
export interface SeenMessage {
  /** The payload as Discord's API would give it. */
  message: APIMessage;
  /** True when it is ephemeral: nobody else sees it. */
  isOnlyForYou: boolean;
  /** True while a deferred reply waits for its content ("… is thinking"). */
  isThinking: boolean;
  /** Ids of the users whom it notified, after `allowed_mentions`; @everyone and roles are resolved to their members. */
  pinged: readonly string[];
}

/** What anyone who may see it sees of a message; its files are at addresses that are good from now on. */
export function toSeen(
  { attachments }: Platform,
  { message, visibleTo, isThinking, pinged }: StoredMessage,
): SeenMessage {
  return {
    message: structuredClone(attachments.refresh(message)),
    isOnlyForYou: visibleTo !== undefined,
    isThinking,
    pinged,
  };
}

/** A place's messages as one person sees them, oldest first; none if they may not look. */
export function seeMessages(platform: Platform, place: Place, person: Person): SeenMessage[] {
  if (!canSee(platform.world, place, person.user.id)) return [];
  return platform.messages
    .inChannel(place.id)
    .filter(({ visibleTo }) => visibleTo === undefined || visibleTo === person.user.id)
    .map((stored) => toSeen(platform, stored));
}
