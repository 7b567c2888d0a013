import {
  type APIDMChannel,
  type APIGroupDMChannel,
  type APIGuild,
  type APIPublicThreadChannel,
  type APITextChannel,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  Locale,
} from 'discord-api-types/v10';
import type { Place, Server, World } from './world.js';

/** No flag set; typed as a number because the payload types' enums have no member for it. */
const NO_FLAGS: number = 0;

/** A channel as the REST API and the gateway give it. */
export type ChannelPayload = APIDMChannel | APIGroupDMChannel | APITextChannel | APIPublicThreadChannel;

/** The channel payload of a place. */
export function toChannel(world: World, place: Place): ChannelPayload {
  if (place.guildId === undefined) return toDirectChannel(world, place);
  if (place.kind === 'thread') return toThread(world, place);
  const common = commonOf(place);
  return {
    ...common,
    type: ChannelType.GuildText,
    parent_id: null,
    topic: place.topic ?? null,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
  };
}

/** The payload of a thread; the bot has started it, as people start none here. */
export function toThread(world: World, place: Place): APIPublicThreadChannel {
  return {
    ...commonOf(place),
    ...(place.parentId === undefined ? {} : { parent_id: place.parentId }),
    type: ChannelType.PublicThread,
    owner_id: world.bot.id,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    applied_tags: [],
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: new Date(0).toISOString(),
      locked: false,
    },
  };
}

function commonOf({ id, guildId, name }: Place) {
  return {
    id,
    guild_id: guildId ?? '0',
    name,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: NO_FLAGS,
  };
}

function toDirectChannel(world: World, { id, kind, name, recipientIds }: Place): ChannelPayload {
  const recipients = recipientIds.map((recipient) => world.person(recipient).user);
  if (kind === 'dm') return { id, name: null, type: ChannelType.DM, last_message_id: null, recipients };
  return {
    id,
    name,
    type: ChannelType.GroupDM,
    last_message_id: null,
    recipients,
    icon: null,
    owner_id: recipientIds[0] ?? '0',
  };
}

/** The guild payload of the REST API. */
export function toGuild(server: Server): APIGuild {
  return {
    id: server.id,
    name: server.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: server.ownerId,
    region: '',
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.AllMessages,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    roles: server.roles,
    emojis: [],
    features: [],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: NO_FLAGS,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: GuildPremiumTier.None,
    premium_subscription_count: 0,
    preferred_locale: toLocale(server.locale),
    public_updates_channel_id: null,
    nsfw_level: GuildNSFWLevel.Default,
    stickers: [],
    premium_progress_bar_enabled: false,
    hub_type: null,
    safety_alerts_channel_id: null,
    incidents_data: null,
  };
}

/** The payload of GUILD_CREATE for the bot. */
export function toGuildCreate(
  world: World,
  server: Server,
  hasMembersIntent: boolean,
): GatewayGuildCreateDispatchData {
  const places = world.places().filter((place) => place.guildId === server.id);
  const members = [...server.members.values()];
  const payloads = places.map((place) => toChannel(world, place));
  return {
    ...toGuild(server),
    joined_at: new Date(0).toISOString(),
    large: false,
    unavailable: false,
    member_count: members.length,
    voice_states: [],
    // Without the members intent a bot is given itself alone.
    members: hasMembersIntent ? members : members.filter((member) => member.user.id === world.bot.id),
    channels: payloads.filter((channel) => channel.type === ChannelType.GuildText),
    threads: payloads.filter((channel) => channel.type === ChannelType.PublicThread),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A seed's locale as one of Discord's; throws for one that Discord does not have. */
export function toLocale(locale: string): Locale {
  const known = Object.values(Locale).find((candidate) => candidate === locale);
  if (known === undefined)
    throw new Error(`"${locale}" is not one of Discord's locales: ${Object.values(Locale).join(', ')}.`);
  return known;
}
