import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10';
import type { PrivilegedIntent } from '../settings.js';

/** Every intent bit that Discord knows. */
const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

const PRIVILEGED_BITS: Readonly<Record<PrivilegedIntent, number>> = {
  GuildMembers: GatewayIntentBits.GuildMembers,
  GuildPresences: GatewayIntentBits.GuildPresences,
  MessageContent: GatewayIntentBits.MessageContent,
};

/** 4013 for bits that no intent has, 4014 for privileged intents that are not switched on, undefined when all is well. */
export function refuseIntents(
  intents: number,
  granted: readonly PrivilegedIntent[],
): 4013 | 4014 | undefined {
  if (!Number.isInteger(intents) || intents < 0 || (intents & ~KNOWN_INTENTS) !== 0) return 4013;
  for (const [name, bit] of Object.entries(PRIVILEGED_BITS)) {
    const isGranted = granted.some((intent) => intent === name);
    if ((intents & bit) !== 0 && !isGranted) return 4014;
  }
  return undefined;
}

const INTENT_FLAGS: Readonly<Record<PrivilegedIntent, number>> = {
  GuildMembers: ApplicationFlags.GatewayGuildMembersLimited,
  GuildPresences: ApplicationFlags.GatewayPresenceLimited,
  MessageContent: ApplicationFlags.GatewayMessageContentLimited,
};

/** The flags of an application in fewer than 100 servers: those of the privileged intents that are switched on among them. */
export function applicationFlags(granted: readonly PrivilegedIntent[]): number {
  return granted.reduce<number>(
    (flags, intent) => flags | INTENT_FLAGS[intent],
    ApplicationFlags.ApplicationCommandBadge,
  );
}

/** The intent bits that an event needs, any of them; 0 for events that every session is given. */
export function intentsFor(event: string, isInGuild: boolean): number {
  if (event.startsWith('MESSAGE_')) {
    return isInGuild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
  }
  if (event === 'TYPING_START') {
    return isInGuild ? GatewayIntentBits.GuildMessageTyping : GatewayIntentBits.DirectMessageTyping;
  }
  if (event.startsWith('GUILD_MEMBER_')) return GatewayIntentBits.GuildMembers;
  if (/^(GUILD_(CREATE|UPDATE|DELETE|ROLE_)|CHANNEL_|THREAD_)/.test(event)) return GatewayIntentBits.Guilds;
  return 0;
}
