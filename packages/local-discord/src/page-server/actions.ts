import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '../driver/actor.js';
import { createActor } from '../driver/create-actor.js';
import { refuseInteraction, watchInteraction } from '../driver/pending.js';
import type { PendingInteraction } from '../driver/pending-interaction.js';
import type { Platform } from '../platform.js';
import { CLIENT_LOCALES } from '../world/client-locales.js';

const id = z.string().max(100);
/** Characters of an uploaded file in base64: a little over the 10 MiB that Discord takes. */
const FILE_CHARACTERS = 15_000_000;
const file = z.object({
  name: z.string().min(1).max(260),
  contentType: z.string().max(200).optional(),
  content: z
    .base64()
    .max(FILE_CHARACTERS)
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
});
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), file]));

const actionSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('say'),
    as: id,
    channel: z.string(),
    content: z.string(),
    replyTo: id.optional(),
    files: z.array(file).optional(),
  }),
  z.object({ do: z.literal('run'), as: id, channel: z.string(), name: z.string(), options }),
  z.object({
    do: z.literal('autocomplete'),
    as: id,
    channel: z.string(),
    name: z.string(),
    options,
    focused: z.string(),
  }),
  z.object({ do: z.literal('menu'), as: id, channel: z.string(), name: z.string(), messageId: id }),
  z.object({ do: z.literal('press'), as: id, messageId: id, customId: z.string() }),
  z.object({
    do: z.literal('choose'),
    as: id,
    messageId: id,
    customId: z.string(),
    values: z.array(z.string()),
  }),
  z.object({
    do: z.literal('submit'),
    as: id,
    interactionId: id,
    values: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string()), z.array(file)])),
  }),
  z.object({ do: z.literal('forward'), as: id, messageId: id, channel: z.string() }),
  z.object({ do: z.literal('remove'), as: id, messageId: id }),
  z.object({ do: z.literal('speak'), as: id, locale: z.enum(CLIENT_LOCALES) }),
]);
type Action = z.infer<typeof actionSchema>;

/**
 * What the page does, through the same driver as the tests: POST /sandbox/do with one action. The answer is
 * `{ interactionId, acknowledgement }` for interactions, `{}` otherwise, and `{ error }` with one sentence for what
 * a client would not let one do.
 */
export function createPageActions(platform: Platform): Hono {
  const actions = new Hono();
  actions.post('/do', async (context) => {
    // Only the page's own script can send this type: a form of another site cannot.
    if (!context.req.header('content-type')?.startsWith('application/json'))
      return fail(context, 'The body must be JSON.');
    const parsed = actionSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success) return fail(context, `This is no action: ${z.prettifyError(parsed.error)}`);
    try {
      const pending = perform(platform, parsed.data);
      if (pending === undefined) return context.json({});
      const acknowledgement = await pending.acknowledged;
      return context.json({ interactionId: pending.id, acknowledgement });
    } catch (error) {
      return fail(context, error instanceof Error ? error.message : String(error));
    }
  });
  return actions;
}

function fail(context: Context, error: string): Response {
  return context.json({ error }, 400);
}

function perform(platform: Platform, action: Action): PendingInteraction | undefined {
  const actor = createActor(platform, platform.world.person(action.as));
  switch (action.do) {
    case 'say':
      actor.say(action.channel, action.content, {
        ...(action.replyTo === undefined ? {} : { replyTo: action.replyTo }),
        files: action.files?.map(withType) ?? [],
      });
      return undefined;
    case 'run':
      return actor.run({ ...action, options: withTypes(action.options) });
    case 'autocomplete':
      return actor.autocomplete({ ...action, options: withTypes(action.options) });
    case 'menu':
      return actor.useOnMessage(action.channel, action.name, action.messageId);
    case 'press':
      return actor.press(action.messageId, action.customId);
    case 'choose':
      return actor.choose(action.messageId, action.customId, action.values);
    case 'submit':
      return submit(platform, actor, action);
    case 'forward':
      actor.forward(action.messageId, action.channel);
      return undefined;
    case 'speak':
      actor.speak(action.locale);
      return undefined;
    default:
      actor.remove(action.messageId);
      return undefined;
  }
}

function submit(
  platform: Platform,
  actor: Actor,
  action: Extract<Action, { do: 'submit' }>,
): PendingInteraction {
  const record = platform.interactions.findById(action.interactionId);
  // A modal belongs to the one who opened it.
  if (record === undefined || record.userId !== actor.userId) {
    return refuseInteraction(actor.userId, '', 'This modal is not open any more.');
  }
  const values = Object.entries(action.values).map(([name, value]) => [name, toModalValue(value)] as const);
  return actor.submit(watchInteraction(platform, record), Object.fromEntries(values));
}

type Upload = z.infer<typeof file>;

function withType({ name, content, contentType }: Upload) {
  return { name, content, ...(contentType === undefined ? {} : { contentType }) };
}

function withTypes(given: z.infer<typeof options>) {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'object' ? withType(value) : value]),
  );
}

function toModalValue(value: string | boolean | string[] | Upload[]) {
  if (!Array.isArray(value)) return value;
  const files = value.filter((item) => typeof item === 'object').map(withType);
  return files.length > 0 ? files : value.filter((item) => typeof item === 'string');
}
