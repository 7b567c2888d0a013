import {
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  TeamMemberMembershipState,
  TeamMemberRole,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { directChannelChecks, threadChecks, threadFromMessageChecks } from '../checks/request-checks.js';
import { applicationFlags } from '../gateway/intents.js';
import { composeMessage } from '../messages/compose.js';
import { publishChange, publishMessage } from '../messages/publish.js';
import type { Platform } from '../platform.js';
import { removeBot } from '../world/bot-membership.js';
import { toChannel, toGuild, toThread } from '../world/channel-payload.js';
import type { Place, World } from '../world/world.js';
import {
  type Answer,
  missingPermissions,
  noContent,
  ok,
  refuse,
  unknownMember,
  unknownMessage,
  unknownUser,
} from './answer.js';
import { atGuild, atPlace, botMay } from './named-in-path.js';
import type { RestRequest, Route } from './route.js';

/** The bot's own account and application, users, guilds, members, roles, channels and threads. */
export const placeRoutes: readonly Route[] = [
  { method: 'GET', path: '/users/@me', handle: ({ world }) => ok(world.bot) },
  { method: 'GET', path: '/applications/@me', handle: (platform) => ok(application(platform)) },
  { method: 'GET', path: '/oauth2/applications/@me', handle: (platform) => ok(application(platform)) },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    handle: ({ world }) =>
      ok(
        world.servers
          .filter(({ hasBot }) => hasBot)
          .map((server) => ({
            id: server.id,
            name: server.name,
            icon: null,
            banner: null,
            owner: false,
            permissions: world.permissions(server.id, world.bot.id).toString(),
            features: [],
          })),
      ),
  },
  {
    method: 'DELETE',
    path: '/users/@me/guilds/:guild',
    handle: atGuild((platform, _request, server) => {
      removeBot(platform, server);
      return noContent();
    }),
  },
  {
    method: 'GET',
    path: '/users/:user',
    handle({ world }, { params }) {
      const user = [world.bot, ...world.people.map((person) => person.user)].find(
        ({ id }) => id === params.user,
      );
      return user === undefined ? unknownUser() : ok(user);
    },
  },
  {
    method: 'POST',
    path: '/users/@me/channels',
    checks: directChannelChecks,
    handle({ world }, { body }) {
      const { recipient_id: recipient } = z.object({ recipient_id: z.string().nullish() }).parse(body);
      const place = world
        .places()
        .find(({ kind, recipientIds }) => kind === 'dm' && recipientIds.some((id) => id === recipient));
      return place === undefined
        ? refuse(400, RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'Cannot send messages to this user')
        : ok(toChannel(world, place));
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild',
    handle: atGuild((_platform, _request, server) => ok(toGuild(server))),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    handle: atGuild(({ world }, _request, server) =>
      ok(
        world
          .places()
          .filter(({ guildId, kind }) => guildId === server.id && kind === 'guild')
          .map((place) => toChannel(world, place)),
      ),
    ),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/roles',
    handle: atGuild((_platform, _request, server) => ok(server.roles)),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    handle: atGuild((_platform, request, server) => {
      const member = server.members.get(request.params.user ?? '');
      return member === undefined ? unknownMember() : ok(member);
    }),
  },
  {
    method: 'GET',
    path: '/channels/:channel',
    handle: atPlace(({ world }, _request, place) => ok(toChannel(world, place))),
  },
  {
    method: 'POST',
    path: '/channels/:channel/threads',
    checks: threadChecks,
    handle: atPlace(createThread),
  },
  {
    method: 'POST',
    path: '/channels/:channel/messages/:message/threads',
    checks: threadFromMessageChecks,
    handle: atPlace(createThread),
  },
  { method: 'PUT', path: '/channels/:channel/thread-members/@me', handle: () => noContent() },
];

function application({ world, settings }: Platform) {
  const owner = world.people.find(({ user }) => user.id === world.applicationOwnerId)?.user;
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    owner,
    team: describeTeam(world),
    verify_key: '0'.repeat(64),
    flags: applicationFlags(settings.privilegedIntents),
    approximate_guild_count: world.servers.filter(({ hasBot }) => hasBot).length,
    integration_types_config: { 0: {}, 1: {} },
    redirect_uris: [],
    interactions_endpoint_url: null,
  };
}

function describeTeam({ applicationTeam: team, applicationOwnerId, people }: World) {
  if (team === null) return null;
  const describeMember = (id: string, membershipState: TeamMemberMembershipState) => ({
    membership_state: membershipState,
    permissions: ['*'],
    team_id: team.id,
    user: people.find(({ user }) => user.id === id)?.user,
    role: TeamMemberRole.Developer,
  });
  return {
    id: team.id,
    name: 'Team',
    icon: null,
    owner_user_id: applicationOwnerId,
    members: [
      ...team.members.map((id) => describeMember(id, TeamMemberMembershipState.Accepted)),
      ...team.invited.map((id) => describeMember(id, TeamMemberMembershipState.Invited)),
    ],
  };
}

function createThread(platform: Platform, request: RestRequest, place: Place): Answer {
  if (place.kind !== 'guild') return refuse(400, 50024, 'Cannot execute action on this channel type');
  if (!botMay(platform, place, PermissionFlagsBits.CreatePublicThreads)) return missingPermissions();
  const { name } = z.object({ name: z.string() }).parse(request.body);
  const from = request.params.message;
  const start = from === undefined ? undefined : platform.messages.find(from);
  const isFromHere = start?.message.channel_id === place.id && start.visibleTo === undefined;
  if (from !== undefined && !isFromHere) return unknownMessage();
  if (from !== undefined && platform.world.places().some(({ id }) => id === from)) {
    return refuse(
      400,
      RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
      'A thread has already been created for this message',
    );
  }
  // A thread that starts from a message has that message's id.
  const thread = platform.world.addThread(place, name, from ?? platform.ids.next());
  const payload = { ...toChannel(platform.world, thread), newly_created: true };
  platform.gateway.dispatch('THREAD_CREATE', payload, { guildId: place.guildId });
  const notice = composeMessage(platform, {
    place,
    author: platform.world.bot,
    body: { content: name },
    attachments: [],
    type: MessageType.ThreadCreated,
  });
  if (start === undefined) publishMessage(platform, notice);
  else {
    start.message.thread = toThread(platform.world, thread);
    start.message.flags = (start.message.flags ?? 0) | MessageFlags.HasThread;
    publishChange(platform, start);
  }
  platform.events.emit({ kind: 'world-changed' });
  return { status: 201, body: toChannel(platform.world, thread) };
}
