import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { z } from 'zod';

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/** The fields of a message request that the local Discord makes something of; the published schema has checked their form. */
export const messageBodySchema = z.object({
  content: z.string().nullish(),
  embeds: z.array(z.custom<APIEmbed>(isObject)).nullish(),
  components: z.array(z.custom<APIMessageTopLevelComponent>(isObject)).nullish(),
  attachments: z
    .array(z.object({ id: z.string(), filename: z.string().nullish(), description: z.string().nullish() }))
    .nullish(),
  allowed_mentions: z
    .object({
      parse: z.array(z.string().nullable()).nullish(),
      users: z.array(z.string().nullable()).nullish(),
      roles: z.array(z.string().nullable()).nullish(),
      replied_user: z.boolean().nullish(),
    })
    .nullish(),
  message_reference: z
    .object({ message_id: z.string(), fail_if_not_exists: z.boolean().nullish(), type: z.number().nullish() })
    .nullish(),
  flags: z.number().nullish(),
  tts: z.boolean().nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
});

/** A message request. */
export type MessageBody = z.infer<typeof messageBodySchema>;

/** `allowed_mentions` of a request; see https://discord.com/developers/docs/resources/message#allowed-mentions-object. */
export type AllowedMentions = NonNullable<MessageBody['allowed_mentions']>;
