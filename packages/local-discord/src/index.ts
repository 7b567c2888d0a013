export type { Breach } from './checks/breach.js';
export { messageCreateChecks } from './checks/request-checks.js';
export type { Actor, CommandUse, FileSeed, ModalValues, OptionValues, SentMessage } from './driver/actor.js';
export type { Acknowledgement, PendingInteraction } from './driver/pending-interaction.js';
export type { RestFault } from './faults.js';
export type { SeenMessage } from './messages/seen-message.js';
export type {
  Citation,
  FoundPassage,
  ReadableText,
  ReadableTexts,
  TextHead,
} from './page-server/readable-texts.js';
export type { RecordedRequest } from './request-log.js';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.js';
export type { SandboxEvent } from './sandbox-events.js';
export type { PrivilegedIntent, SandboxTiming } from './settings.js';
export { canSee, type World } from './world/world.js';
export { defaultWorldSeed, type WorldSeed } from './world/world-seed.js';
