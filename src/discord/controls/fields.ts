/** Characters that take part in the form of joined fields, or that Discord may alter. */
const RESERVED = /[%&=|\p{Cc}\p{Surrogate}]/gu;

/** Texts as one, to be taken apart again by `splitFields`; safe in a custom_id but for white space at its end. */
export function joinFields(fields: readonly string[]): string {
  return fields.map(guard).join('&');
}

/** The texts that `joinFields` put together. */
export function splitFields(joined: string): string[] {
  return joined.split('&').map(unguard);
}

/** Options after other fields, a name and a value in turn. */
export function listOptions(options: Readonly<Record<string, string>>): string[] {
  return Object.entries(options).flat();
}

/** The options of such a list; null if a value is missing. */
export function readOptionList(fields: readonly string[]): Record<string, string> | null {
  if (fields.length % 2 !== 0) return null;
  const options: Record<string, string> = {};
  for (let i = 0; i < fields.length; i += 2) options[fields[i] ?? ''] = fields[i + 1] ?? '';
  return options;
}

function guard(text: string): string {
  return text.replace(RESERVED, (character) => `%${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function unguard(text: string): string {
  return text.replace(/%([0-9a-f]{4})/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
