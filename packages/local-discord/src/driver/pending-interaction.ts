import type {
  APICommandAutocompleteInteractionResponseCallbackData,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** What became of an interaction at its first acknowledgement. */
export type Acknowledgement =
  /** The client would not send it: nothing reached the bot. */
  | { kind: 'refused'; reason: string }
  /** "The application did not respond": no acknowledgement before the deadline. */
  | { kind: 'missed' }
  | { kind: 'reply'; message: APIMessage }
  /** "… is thinking": a deferred reply. */
  | { kind: 'deferred'; isEphemeral: boolean }
  /** A component's message is left as it is for now. */
  | { kind: 'deferred-update' }
  | { kind: 'update'; message: APIMessage }
  | {
      kind: 'choices';
      choices: NonNullable<APICommandAutocompleteInteractionResponseCallbackData['choices']>;
    }
  | { kind: 'modal'; modal: APIModalInteractionResponseCallbackData };

/** An interaction that a user started. */
export interface PendingInteraction {
  readonly id: string;
  readonly userId: string;
  readonly channelId: string;
  /** Resolves at the first acknowledgement, at the deadline, or at once when the client refuses; never rejects. */
  readonly acknowledged: Promise<Acknowledgement>;
  /**
   * Resolves with the interaction's own message once it has content: the reply, the edited deferred reply, or for a
   * component the updated message. Rejects when there will be none, with the reason (refused, missed, a modal…), or
   * after `timing.waitMs`.
   */
  reply(): Promise<APIMessage>;
  /** The choices of an autocomplete; rejects when it was answered otherwise. */
  choices(): Promise<{ name: string; value: string | number }[]>;
  /** The modal that it opened; rejects when it opened none. */
  modal(): Promise<APIModalInteractionResponseCallbackData>;
  /** Messages sent as follow-ups so far, oldest first. */
  followUps(): readonly APIMessage[];
  /** The next follow-up, waiting up to `timing.waitMs`; one that came since the last call counts. */
  nextFollowUp(): Promise<APIMessage>;
}
