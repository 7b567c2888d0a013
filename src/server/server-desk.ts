import type { FeedDesk } from './feeds/feed-desk.js';
import type { GapList } from './gap-list.js';
import type { OwnSources } from './own-sources.js';
import type { SettingsDesk } from './settings-desk.js';

/** What one server has of its own. Everything behind it is bound to that server: no method takes a server's id. */
export interface ServerDesk {
  readonly guildId: string;
  readonly sources: OwnSources;
  readonly feeds: FeedDesk;
  readonly settings: SettingsDesk;
  readonly gaps: GapList;
}
