import type { Command } from '../command.js';
import { nameCommand } from '../messages/command-words.js';
import { phrase } from '../messages/phrase.js';
import type { Place } from '../place.js';
import type { RefusedReply } from '../reply.js';

/**
 * Why a command may not be run in a place by who asks; null where it may. Checked whenever a command runs, as a
 * server's admins can change who is offered it. An operator without rights in a server looks into nothing of it.
 */
export function refuseAccess({ name, access }: Command, place: Place): RefusedReply | null {
  switch (access) {
    case 'everyone':
      return null;
    case 'operators':
      return place.isOperator
        ? null
        : { kind: 'refused', reason: phrase('access.operators', { command: nameCommand(name) }) };
    case 'moderators':
      if (place.isModerator || (place.isOperator && place.guildId === null)) return null;
      return {
        kind: 'refused',
        reason: phrase(place.guildId === null ? 'access.no-server' : 'access.moderators', {
          command: nameCommand(name),
        }),
      };
  }
}
