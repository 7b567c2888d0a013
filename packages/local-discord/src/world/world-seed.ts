/** A person of the world. */
export interface UserSeed {
  /** What tests and the page call them: `mira`. */
  key: string;
  /** The user name; also the display name. Default: the key. */
  name?: string;
  /** The client's language as Discord sends it: any of its locales, or whatever it may add. Default `en-US`. */
  locale?: string;
  /** True when they have installed the application for themselves (user install). */
  hasInstalled?: boolean;
}

/** A role and who has it. */
export interface RoleSeed {
  name: string;
  /** Permission names as in Discord's documentation, in PascalCase: `ManageGuild`. */
  permissions?: readonly string[];
  /** Keys of the members who have it. */
  members?: readonly string[];
  /** True for the role that Discord gives a bot which is invited with permissions: the bot alone has it. Default false. */
  isOfBot?: boolean;
}

/** A text channel. */
export interface ChannelSeed {
  name: string;
  topic?: string;
}

/** A server. */
export interface GuildSeed {
  key: string;
  name: string;
  /** Key of the owner, who may do everything. */
  owner: string;
  /** Keys of its members beside the owner. */
  members: readonly string[];
  channels: readonly ChannelSeed[];
  roles?: readonly RoleSeed[];
  /** The server's preferred locale. Default `en-US`. */
  locale?: string;
  /** Whether the bot is in it from the start. Default true. */
  hasBot?: boolean;
}

/** A group of people, which no bot is in: only commands that somebody has installed for themselves work there. */
export interface GroupSeed {
  key: string;
  /** Default: its members' keys. */
  name?: string;
  /** Keys of its people; the first has made it. */
  members: readonly string[];
}

/** Everything the local Discord starts with. Ids are given out in a fixed order, so the same seed has the same ids. */
export interface WorldSeed {
  /** The bot's user name. Default `Footnote`. */
  botName?: string;
  /** Key of the user who owns the application. */
  applicationOwner: string;
  /** Keys of the people whose team owns it instead, and of those who have not accepted yet; no team by default. */
  applicationTeam?: { members: readonly string[]; invited?: readonly string[] };
  users: readonly UserSeed[];
  guilds: readonly GuildSeed[];
  groups?: readonly GroupSeed[];
}

/**
 * Two servers, `harbour` and `library`, with the members `mira` (in both) and `tomas` (harbour only), the moderator
 * `ines` (Manage Server, Manage Messages in both) and the operator `oskar`, who owns both and the application.
 * `petra` has installed the application for herself: she is in `market`, a server without the bot (so are `mira` and
 * `tomas`), and in the group `supper` with them.
 */
export const defaultWorldSeed: WorldSeed = {
  applicationOwner: 'oskar',
  users: [
    { key: 'mira', name: 'mira' },
    { key: 'tomas', name: 'tomas' },
    { key: 'ines', name: 'ines' },
    { key: 'oskar', name: 'oskar' },
    { key: 'petra', name: 'petra', hasInstalled: true },
  ],
  guilds: [
    {
      key: 'harbour',
      name: 'Harbour News',
      owner: 'oskar',
      members: ['mira', 'tomas', 'ines'],
      channels: [{ name: 'general', topic: 'Talk about the news' }, { name: 'newsroom' }],
      roles: [{ name: 'Moderator', permissions: ['ManageGuild', 'ManageMessages'], members: ['ines'] }],
    },
    {
      key: 'library',
      name: 'The Reading Room',
      owner: 'oskar',
      members: ['mira', 'ines'],
      channels: [{ name: 'general' }, { name: 'archive' }],
      roles: [{ name: 'Moderator', permissions: ['ManageGuild', 'ManageMessages'], members: ['ines'] }],
    },
    {
      key: 'market',
      name: 'The Night Market',
      owner: 'tomas',
      members: ['mira', 'petra'],
      channels: [{ name: 'stalls', topic: 'The bot is not in this server' }],
      hasBot: false,
    },
  ],
  groups: [{ key: 'supper', name: 'Supper club', members: ['petra', 'mira', 'tomas'] }],
};
