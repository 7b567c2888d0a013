/** How the bot behaves in one server. */
export interface ServerSettings {
  /** Members with this role may use the moderators' commands, beside those with Manage Server; null for none. */
  readonly moderatorRoleId: string | null;
  /** Channels in which every question is answered without a mention. */
  readonly openChannelIds: readonly string[];
  /** Whether replies are for their reader alone unless asked otherwise. */
  readonly areRepliesPrivate: boolean;
  /** Seconds between two questions of one user; 0 for none; null for the operator's default. */
  readonly cooldownSeconds: number | null;
  /** BCP 47 tag of the language of replies; null for each reader's own. */
  readonly language: string | null;
}

/** The settings of servers. */
export interface SettingsStore {
  /** Null if the server has set nothing. */
  read(guildId: string): Promise<ServerSettings | null>;
  write(guildId: string, settings: ServerSettings): Promise<void>;
}
