import type { Attachment, Client } from 'discord.js';
import { parseUrl } from '../../article/parse-url.js';
import type { UploadedFile } from '../../bot/command.js';
import { phrase, type Wording } from '../../messages/phrase.js';

/** Bytes of a file that is taken: what Discord lets anybody upload, and far more than an article has. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** Milliseconds until a download is given up: at a megabit a second the largest file takes 80 s, an article under one. */
const TIMEOUT = 30_000;

/** A file with its bytes, or why it could not be had and what to do. */
export type Download =
  | { readonly ok: true; readonly file: UploadedFile }
  | { readonly ok: false; readonly reason: Wording };

/** The servers that attachments come from: Discord's CDN and, for a local Discord, where its API is. */
export function listFileOrigins({ rest }: Pick<Client, 'rest'>): readonly string[] {
  return [rest.options.cdn, rest.options.api].map((address) => new URL(address).origin);
}

/** The bytes of a file that somebody has attached; refused if it is too large, not at Discord's, or cannot be had. */
export async function downloadFile(
  { name, size, url }: Pick<Attachment, 'name' | 'size' | 'url'>,
  origins: readonly string[],
): Promise<Download> {
  const refuse = (reason: Wording): Download => ({ ok: false, reason });
  const tooLarge = phrase('discord.file-too-large', { file: name, most: MOST_BYTES / 1024 / 1024 });
  const notHad = phrase('discord.file-not-had', { file: name });
  if (!origins.includes(parseUrl(url)?.origin ?? '')) {
    return refuse(phrase('discord.file-elsewhere', { file: name }));
  }
  if (size > MOST_BYTES) return refuse(tooLarge);
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) return refuse(notHad);
    const bytes = await readBytes(response);
    return bytes === null ? refuse(tooLarge) : { ok: true, file: { name, bytes } };
  } catch {
    // The network's own reasons mean nothing to who has sent the file; another try is all there is to do.
    return refuse(notHad);
  }
}

/** Null if there are more than are taken, whatever was announced. */
async function readBytes({ body }: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
