import type { ServerSettings } from '../store/store.js';

/** The settings of one server. */
export interface SettingsDesk {
  /** As they are in force, the operator's defaults filled in. */
  read(): Promise<ServerSettings>;
  /** Changes those named and leaves the others; resolves with what is in force then. */
  change(changes: Partial<ServerSettings>): Promise<ServerSettings>;
}
