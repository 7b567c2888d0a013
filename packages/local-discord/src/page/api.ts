import type { FoundPassage, ReadableText, TextHead } from '../page-server/readable-texts.js';
import type { Breach, Done, OfferedCommands, PageEvent, Payload, Seen, World } from './payloads.js';

/** A chosen file as the local Discord takes it: `content` is base64. */
export interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
}

/** What the local Discord answers to each question of the page; the server's own checks vouch for the shapes. */
interface Answers {
  readonly world: World;
  readonly messages: readonly Seen[];
  readonly commands: OfferedCommands;
  readonly breaches: readonly Breach[];
  readonly payload: Payload;
  readonly articles: readonly TextHead[];
  readonly article: ReadableText;
  readonly examples: readonly string[];
}

/** Asks the local Discord; rejects with its sentence when it refuses. */
export async function ask<Path extends keyof Answers>(
  path: Path,
  query: Readonly<Record<string, string>> = {},
): Promise<Answers[Path]> {
  return read(await fetch(`/sandbox/${path}?${new URLSearchParams(query)}`));
}

/** Does something as the person `as`; rejects with a sentence for what a client would not let one do. */
export function act(action: Readonly<Record<string, unknown>>): Promise<Done> {
  return post('do', action);
}

/** Finds what a citation is for; null if its article is not there. */
export function locate(
  key: string,
  where: { readonly channel: string; readonly as: string },
): Promise<FoundPassage | null> {
  return post(`locate?${new URLSearchParams(where)}`, { key });
}

/** Calls back on all that the person sees happen; `onOpen` each time the connection is there anew. Returns what ends it. */
export function listen(
  as: string,
  onEvent: (event: PageEvent) => void,
  onOpen: (isAgain: boolean) => void,
): () => void {
  const source = new EventSource(`/sandbox/events?${new URLSearchParams({ as })}`);
  let isAgain = false;
  source.onopen = () => {
    onOpen(isAgain);
    isAgain = true;
  };
  source.onmessage = (event: MessageEvent<string>) => onEvent(JSON.parse(event.data));
  return () => source.close();
}

/** Reads a chosen file; rejects when the browser cannot. */
export async function toUpload(file: File): Promise<Upload> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error(`The file ${file.name} cannot be read.`));
    reader.readAsDataURL(file);
  });
  return {
    name: file.name,
    contentType: file.type || 'application/octet-stream',
    content: url.slice(url.indexOf(',') + 1),
  };
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return read(response);
}

async function read<T>(response: Response): Promise<T> {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? `The local Discord answered ${response.status}.`);
  return body;
}
