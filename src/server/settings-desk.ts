import type { ServerSettings } from '../store/server-settings.js';

/** The settings of one server. */
export interface SettingsDesk {
  /** As they are in force, the operator's defaults filled in. */
  read(): Promise<ServerSettings>;
  /** Changes what `revise` makes of the settings as they are, one change after the other; resolves with what is in force then. */
  change(revise: (now: ServerSettings) => Partial<ServerSettings>): Promise<ServerSettings>;
}
