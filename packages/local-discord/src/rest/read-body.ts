import type { Context } from 'hono';
import type { IncomingFile } from '../messages/attachment-store.js';

/** A request's JSON and files. */
export interface ReadBody {
  body: unknown;
  files: Map<string, IncomingFile>;
}

/** Reads a JSON or multipart body; undefined when it is neither, or its JSON is broken. */
export async function readBody(context: Context): Promise<ReadBody | undefined> {
  const type = context.req.header('content-type') ?? '';
  const files = new Map<string, IncomingFile>();
  if (type.startsWith('multipart/form-data')) {
    const form = await context.req.formData();
    for (const [key, value] of form) {
      const index = /^files\[(\d+)\]$/.exec(key)?.[1];
      if (index === undefined || typeof value === 'string') continue;
      const bytes = new Uint8Array(await value.arrayBuffer());
      files.set(index, { name: value.name, bytes, contentType: value.type || 'application/octet-stream' });
    }
    const json = form.get('payload_json');
    if (json === null) return { body: {}, files };
    return typeof json === 'string' ? parse(json, files) : undefined;
  }
  const text = await context.req.text();
  if (text === '') return { body: undefined, files };
  return type.startsWith('application/json') ? parse(text, files) : undefined;
}

function parse(json: string, files: Map<string, IncomingFile>): ReadBody | undefined {
  try {
    return { body: JSON.parse(json), files };
  } catch {
    return undefined;
  }
}
