import { z } from 'zod';
import type { Check, Violation } from './violation.js';

/** Characters over the titles, descriptions, field names and values, footers and authors of all embeds of a message. */
const EMBED_TOTAL = 6_000;

const text = z.string().nullish().catch(undefined);
const embedSchema = z.object({
  title: text,
  description: text,
  footer: z.object({ text }).nullish().catch(undefined),
  author: z.object({ name: text }).nullish().catch(undefined),
  image: z.object({ url: text }).nullish().catch(undefined),
  thumbnail: z.object({ url: text }).nullish().catch(undefined),
  fields: z
    .array(z.object({ name: text, value: text }).catch({}))
    .nullish()
    .catch(undefined),
});
const bodySchema = z.object({ embeds: z.array(embedSchema.catch({})).nullish().catch(undefined) });

/** The embeds' combined length: https://discord.com/developers/docs/resources/message#embed-object-embed-limits. */
export const embedTotal: Check = {
  name: 'embed-total',
  find(body) {
    const embeds = bodySchema.safeParse(body).data?.embeds ?? [];
    const total = embeds.reduce((sum, embed) => sum + countCharacters(embed), 0);
    if (total <= EMBED_TOTAL) return [];
    const message = `Embed size exceeds maximum size of ${EMBED_TOTAL}`;
    return [{ rule: 'embed-total', path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message }];
  },
};

/** An embed needs something to show, and its fields a name and a value that are not blank. */
export const embedSubstance: Check = {
  name: 'embed-substance',
  find(body) {
    const embeds = bodySchema.safeParse(body).data?.embeds ?? [];
    return embeds.flatMap((embed, index) => {
      const found: Violation[] = (embed.fields ?? []).flatMap((field, at) =>
        (['name', 'value'] as const)
          .filter((key) => typeof field[key] === 'string' && field[key].trim() === '')
          .map((key) => required('embed-field-blank', ['embeds', index, 'fields', at, key])),
      );
      const isBlank =
        countCharacters(embed) === 0 &&
        !embed.image?.url &&
        !embed.thumbnail?.url &&
        (embed.fields ?? []).length === 0;
      if (isBlank) found.push(required('embed-empty', ['embeds', index, 'description']));
      return found;
    });
  },
};

function required(rule: string, path: (string | number)[]): Violation {
  return { rule, path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

function countCharacters(embed: z.infer<typeof embedSchema>): number {
  // Discord trims before it counts, but a client cannot rely on it, so blanks count here.
  const parts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  for (const field of embed.fields ?? []) parts.push(field.name, field.value);
  return parts.reduce((sum, part) => sum + (part ?? '').length, 0);
}
