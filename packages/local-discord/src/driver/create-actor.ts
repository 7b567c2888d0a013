import {
  type APIMessage,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Component, isRecord } from '../checks/component-tree.js';
import { type Owners, toOwners } from '../interactions/owners.js';
import type { StoredMessage } from '../messages/message-store.js';
import { removeMessage } from '../messages/publish.js';
import type { Platform } from '../platform.js';
import { canSee, type Person, type Place, permissionsIn } from '../world/world.js';
import type { Actor, AutocompleteUse, CommandUse } from './actor.js';
import { buildOptions } from './command-options.js';
import { explainMissing, findUsableCommands } from './find-command.js';
import { findComponent } from './find-component.js';
import { fillModal } from './modal-values.js';
import { refuseInteraction, watchInteraction } from './pending.js';
import type { PendingInteraction } from './pending-interaction.js';
import { createResolved, resolveSelected, toResolvedPayload } from './resolved.js';
import { say } from './say.js';
import { type InteractionParts, startInteraction } from './start-interaction.js';

/** What one user can do in the local Discord. */
export function createActor(platform: Platform, person: Person): Actor {
  const { world, messages } = platform;
  const userId = person.user.id;
  const refuse = (place: Place, reason: string) => refuseInteraction(userId, place.id, reason);
  const start = (parts: Omit<InteractionParts, 'person'>) =>
    watchInteraction(platform, startInteraction(platform, { ...parts, person }));

  function useCommand(use: CommandUse, focused: string | undefined): PendingInteraction {
    const place = world.place(use.channel);
    const [name = '', ...path] = use.name.replace(/^\//, '').split(' ');
    const [found] = findUsableCommands(platform, person, place, ApplicationCommandType.ChatInput).filter(
      ({ command }) => command.name === name,
    );
    if (found === undefined) return refuse(place, explainMissing(platform, person, place, name));
    const resolved = createResolved();
    const { command } = found;
    const built = buildOptions(command.options ?? [], path, use.options ?? {}, {
      platform,
      place,
      resolved,
      focused,
    });
    if ('refused' in built) return refuse(place, built.refused);
    const objects = toResolvedPayload(resolved);
    return start({
      type:
        focused === undefined
          ? InteractionType.ApplicationCommand
          : InteractionType.ApplicationCommandAutocomplete,
      place,
      data: {
        id: command.id,
        name: command.name,
        type: command.type,
        options: built.options,
        ...(found.guildId === undefined ? {} : { guild_id: found.guildId }),
        ...(objects === undefined ? {} : { resolved: objects }),
      },
      commandName: use.name,
      commandType: command.type,
      owners: found.owners,
    });
  }

  function visible(messageId: string): { stored: StoredMessage; place: Place } {
    const stored = messages.find(messageId);
    const place = stored === undefined ? undefined : world.place(stored.message.channel_id);
    const isSeen =
      place !== undefined && canSee(world, place, userId) && (stored?.visibleTo ?? userId) === userId;
    if (stored === undefined || place === undefined || !isSeen) {
      throw new Error(`${person.key} sees no message ${messageId}.`);
    }
    return { stored, place };
  }

  function useComponent(
    messageId: string,
    name: string,
    build: (component: Component, place: Place) => Record<string, unknown> | string,
  ): PendingInteraction {
    const { stored, place } = visible(messageId);
    const component = findComponent(stored.message, name);
    if (component === undefined) return refuse(place, `The message has no "${name}" to use.`);
    if (component.disabled === true) return refuse(place, `"${name}" is disabled.`);
    if (typeof component.custom_id !== 'string')
      return refuse(place, `"${name}" is a link: it sends nothing to the bot.`);
    const built = build(component, place);
    if (typeof built === 'string') return refuse(place, built);
    const data = {
      id: component.id,
      custom_id: component.custom_id,
      component_type: component.type,
      ...built,
    };
    return start({
      type: InteractionType.MessageComponent,
      place,
      data,
      message: structuredClone(platform.attachments.refresh(stored.message)),
      owners: ownersOf(stored.message, place),
    });
  }

  return {
    userId,
    say: (channel, content, options = {}) => say(platform, person, channel, { ...options, content }),
    forward: (messageId, channel) => say(platform, person, channel, { content: '', forwarding: messageId }),
    run: (use) => useCommand(use, undefined),
    autocomplete(use: AutocompleteUse) {
      return useCommand(use, use.focused);
    },
    useOnMessage(channel, name, messageId) {
      const place = world.place(channel);
      const { stored } = visible(messageId);
      const [found] = findUsableCommands(platform, person, place, ApplicationCommandType.Message).filter(
        ({ command }) => command.name === name,
      );
      if (found === undefined) return refuse(place, explainMissing(platform, person, place, name));
      if (stored.visibleTo !== undefined)
        return refuse(place, 'Messages that only you see have no Apps menu.');
      const target: APIMessage = structuredClone(platform.attachments.refresh(stored.message));
      return start({
        type: InteractionType.ApplicationCommand,
        place,
        data: {
          id: found.command.id,
          name,
          type: ApplicationCommandType.Message,
          target_id: messageId,
          resolved: { messages: { [messageId]: target } },
          ...(found.guildId === undefined ? {} : { guild_id: found.guildId }),
        },
        commandName: name,
        commandType: ApplicationCommandType.Message,
        owners: found.owners,
      });
    },
    press: (messageId, button) =>
      useComponent(messageId, button, ({ type }) =>
        type === ComponentType.Button ? {} : `"${button}" is no button.`,
      ),
    choose: (messageId, customId, values) =>
      useComponent(messageId, customId, (component, place) =>
        chooseValues(platform, component, place, values),
      ),
    submit(opened, values) {
      const record = platform.interactions.findById(opened.id);
      const place = world.place(opened.channelId);
      const acknowledgement = record?.acknowledgement;
      if (record === undefined || acknowledgement?.kind !== 'modal') {
        return refuse(place, 'The interaction has opened no modal (await its `modal()` first).');
      }
      const resolved = createResolved();
      const { modal } = acknowledgement;
      const filled = fillModal(modal, values, { platform, place, resolved });
      if ('refused' in filled) return refuse(place, filled.refused);
      const objects = toResolvedPayload(resolved);
      return start({
        type: InteractionType.ModalSubmit,
        place,
        data: {
          custom_id: modal.custom_id,
          components: filled.components,
          ...(objects === undefined ? {} : { resolved: objects }),
        },
        message: structuredClone(messages.find(record.sourceMessageId ?? '')?.message),
        owners: record.owners,
      });
    },
    speak(locale) {
      person.locale = locale;
    },
    remove(messageId) {
      const { stored, place } = visible(messageId);
      const isOwn = stored.message.author.id === userId || stored.visibleTo === userId;
      const mayManage = (permissionsIn(world, place, userId) & PermissionFlagsBits.ManageMessages) !== 0n;
      if (!isOwn && !(mayManage && place.guildId !== undefined)) {
        throw new Error(`${person.key} may not delete the message ${messageId}.`);
      }
      removeMessage(platform, stored);
    },
  };
}

/** A component belongs to those by whom the command was there that made its message; else to the server. */
function ownersOf({ interaction_metadata: made }: APIMessage, { guildId }: Place): Owners {
  return made?.authorizing_integration_owners ?? toOwners(true, guildId, undefined);
}

function chooseValues(
  platform: Platform,
  component: Component,
  place: Place,
  values: readonly string[],
): Record<string, unknown> | string {
  const least = typeof component.min_values === 'number' ? component.min_values : 1;
  const most = typeof component.max_values === 'number' ? component.max_values : 1;
  if (values.length < least || values.length > most) return `The select takes ${least} to ${most} values.`;
  const resolved = createResolved();
  const ids = resolveSelected(component.type, values, { platform, place, resolved });
  if (ids !== undefined) return { values: ids, resolved: toResolvedPayload(resolved) ?? {} };
  const offered = Array.isArray(component.options) ? component.options.filter(isRecord) : [];
  const stranger = values.find((value) => !offered.some(({ value: known }) => known === value));
  return stranger === undefined ? { values } : `The select does not offer "${stranger}".`;
}
