import type { CommandStore } from './commands/command-store.js';
import type { EventHub } from './event-hub.js';
import type { FaultPlan } from './faults.js';
import type { Gateway } from './gateway/gateway.js';
import type { InteractionStore } from './interactions/interaction-store.js';
import type { AttachmentStore } from './messages/attachment-store.js';
import type { MessageStore } from './messages/message-store.js';
import type { RequestLog } from './request-log.js';
import type { Settings } from './settings.js';
import type { SnowflakeSource } from './snowflake.js';
import type { World } from './world/world.js';

/** All that the local Discord knows, handed to the parts that serve it. */
export interface Platform {
  readonly settings: Settings;
  readonly ids: SnowflakeSource;
  readonly events: EventHub;
  readonly world: World;
  readonly messages: MessageStore;
  readonly attachments: AttachmentStore;
  readonly commands: CommandStore;
  readonly interactions: InteractionStore;
  readonly requests: RequestLog;
  readonly faults: FaultPlan;
  readonly gateway: Gateway;
}
