import type { Command } from '../bot/command.js';
import type { Place } from '../bot/place.js';
import type { RefusedReply } from '../bot/reply.js';
import { nameCommand } from '../messages/command-words.js';
import type { MessageId } from '../messages/message-id.js';
import { phrase } from '../messages/phrase.js';

/**
 * Why a command may not be run in a place by who asks; null if it may. Checked whenever a command runs, as a
 * server's admins can change who is offered it. An operator without rights in a server looks into nothing of it.
 */
export function refuseAccess(command: Command, place: Place): RefusedReply | null {
  const { access, worksAlone, isOffered } = command;
  switch (access) {
    case 'everyone':
      return null;
    case 'operators':
      return place.isOperator ? null : refuse('access.operators', command);
    case 'moderators':
      if (place.isModerator || (worksAlone && place.isOperator && place.guildId === null)) return null;
      if (place.guildId === null) return refuse('access.no-server', command);
      return isOffered
        ? refuse('access.moderators', command)
        : { kind: 'refused', reason: phrase('access.button') };
  }
}

function refuse(message: MessageId, { name }: Command): RefusedReply {
  return { kind: 'refused', reason: phrase(message, { command: nameCommand(name) }) };
}
