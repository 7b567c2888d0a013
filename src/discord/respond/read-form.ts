import { ComponentType, type ModalSubmitInteraction } from 'discord.js';
import type { FormSpec, FormValues, UploadedFile } from '../../bot/command.js';
import type { Wording } from '../../messages/phrase.js';
import { downloadFile, listFileOrigins } from './download-file.js';

/** A filled-in form, or which of its files could not be had and what to do; null values if the command has no form. */
export type ParsedForm =
  | { readonly ok: true; readonly values: FormValues | null }
  | { readonly ok: false; readonly reason: Wording };

/** What was filled in, its files downloaded; a field that was not offered or was left blank is not there. */
export async function readForm(
  { fields, client }: ModalSubmitInteraction,
  form: FormSpec,
): Promise<ParsedForm> {
  const texts: Record<string, string> = {};
  const files: Record<string, UploadedFile> = {};
  const origins = listFileOrigins(client);
  for (const name of Object.keys(form.fields)) {
    const field = fields.fields.get(name);
    if (field?.type === ComponentType.TextInput && field.value.trim() !== '') texts[name] = field.value;
    if (field?.type !== ComponentType.FileUpload) continue;
    const attachment = field.attachments?.first();
    if (attachment === undefined) continue;
    const download = await downloadFile(attachment, origins);
    if (!download.ok) return download;
    files[name] = download.file;
  }
  return { ok: true, values: { texts, files } };
}
