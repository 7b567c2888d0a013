import type { CommandContext, FormValues } from '../bot/command.js';
import type { NoticeLine, NoticeReply, RefusedReply, Reply } from '../bot/reply.js';
import type { Corpus } from '../library/corpus.js';
import { describeProblem } from '../library/library.js';
import { ownSourceName } from '../library/own-articles.js';
import { phrase, type Wording } from '../messages/phrase.js';
import { mebibytes } from '../server/mebibytes.js';
import type { GivenSource, Outcome, OwnSources } from '../server/own-sources.js';
import type { SourceRecord } from '../store/sources.js';
import { describeFeed } from './feeds.js';
import { describeSize, previewSource } from './own-preview.js';
import { LONGEST_PASTE, mayBeCutOff } from './pasted-text.js';
import { joinParts } from './sources.js';

type Desk = Pick<CommandContext, 'server' | 'place'>;

/** What a form gives to be added: one of a file, a text and an address. */
function readForm({ texts, files }: FormValues): Outcome<GivenSource> {
  const { file } = files;
  const { text, url } = texts;
  const title = texts.title ?? null;
  const given = [file, text, url].filter((one) => one !== undefined).length;
  if (given === 0) return { ok: false, reason: phrase('sources.nothing-given') };
  if (given > 1) return { ok: false, reason: phrase('sources.two-given') };
  if (file !== undefined) return title === null ? keep({ kind: 'file', ...file }) : strayTitle(title);
  if (url !== undefined) return title === null ? keep({ kind: 'url', url }) : strayTitle(title);
  if (text !== undefined && mayBeCutOff(text)) {
    return { ok: false, reason: phrase('sources.text-cut', { most: LONGEST_PASTE }) };
  }
  return keep({ kind: 'text', title, text: text ?? '' });
}

function keep(value: GivenSource): Outcome<GivenSource> {
  return { ok: true, value };
}

function strayTitle(title: string): Outcome<GivenSource> {
  return { ok: false, reason: phrase('sources.stray-title', { title }) };
}

/** The preview of what a moderator has filled in, or why it cannot be added. */
export async function prepareSource(context: CommandContext): Promise<Reply> {
  return withDesk(context, async (sources, userId) => {
    const given = readForm(context.form ?? { texts: {}, files: {} });
    if (!given.ok) return refuse(given.reason);
    context.showProgress(phrase('sources.preparing'));
    const preview = await sources.prepare(given.value, userId);
    return preview.ok ? previewSource(preview.value) : refuse(preview.reason);
  });
}

/** Adds what was previewed, in place of the own source called `replaced` if one is named. */
export function confirmSource(
  draft: string,
  replaced: string | null,
  context: CommandContext,
): Promise<Reply> {
  return withDesk(context, async (sources, userId) => {
    const added = await sources.confirm(draft, userId, replaced);
    if (!added.ok) return refuse(added.reason);
    const { id, meta } = added.value;
    const name = ownSourceName(id) ?? id;
    return {
      kind: 'notice',
      title: phrase(replaced === null ? 'sources.added' : 'sources.replaced', { title: meta.title }),
      lines: [{ text: phrase('sources.answers-now', { name }) }, await describeRoom(sources)],
    };
  });
}

/** Lets go of what was previewed. */
export function discardSource(draft: string, context: CommandContext): Promise<Reply> {
  return withDesk(context, async (sources, userId) => {
    const isThere = await sources.discard(draft, userId);
    return isThere
      ? { kind: 'notice', title: phrase('sources.left'), lines: [{ text: phrase('sources.nothing-kept') }] }
      : refuse(phrase('sources.draft-gone'));
  });
}

/** A server's own sources, one a line: name, size, when and by whom, what failed, and how much room is left. */
export function listOwnSources(context: CommandContext): Promise<Reply> {
  return withDesk(context, async (sources) => {
    const records = await sources.list();
    const feeds = (await context.server?.feeds.list()) ?? [];
    return {
      kind: 'notice',
      title: phrase('sources.own', { count: records.length }),
      lines: [
        ...records.map((record) => describeRecord(record, context.corpus)),
        ...feeds.map(describeFeed),
        ...(records.length === 0 ? [{ text: phrase('sources.how-to-add') }] : []),
        await describeRoom(sources),
      ],
    };
  });
}

function describeRecord(
  { name, title, size, addedAt, addedBy, fetchedFrom }: SourceRecord,
  corpus: Corpus,
): NoticeLine {
  const problem = corpus.problems.find(({ file }) => ownSourceName(file) === name);
  const parts = [
    name,
    describeSize(size),
    phrase('sources.added-at', { at: addedAt }),
    ...(problem === undefined ? [] : [describeProblem({ ...problem, file: name })]),
  ];
  return {
    label: title,
    text: joinParts(parts),
    ...(fetchedFrom === null ? {} : { url: fetchedFrom }),
    ...(addedBy === null ? {} : { by: addedBy }),
  };
}

async function describeRoom(sources: OwnSources): Promise<NoticeLine> {
  const { count, bytes } = await sources.totals();
  const { limits } = sources;
  const values = { count, most: limits.count, used: mebibytes(bytes), room: mebibytes(limits.bytes) };
  return { label: phrase('sources.room'), text: phrase('sources.room-used', values) };
}

/** Asks whether a source is to go. */
export function askToRemove(typed: string, context: CommandContext): Promise<Reply> {
  return withDesk(context, async (sources) => {
    const source = await sources.find(typed);
    if (source === null) return refuseUnknown(typed);
    const { name, title, size } = source;
    return {
      kind: 'notice',
      title: phrase('sources.remove', { title }),
      lines: [{ text: joinParts([name, describeSize(size)]) }, { text: phrase('sources.export-first') }],
      actions: [
        {
          label: phrase('sources.remove-it'),
          style: 'danger',
          command: 'source delete',
          options: { source: name },
        },
      ],
    };
  });
}

/** Removes a source, which was asked for before. */
export function removeSource(name: string, context: CommandContext): Promise<Reply> {
  return withDesk(context, async (sources): Promise<NoticeReply | RefusedReply> => {
    const source = await sources.find(name);
    if (source === null || !(await sources.remove(source.name))) return refuseUnknown(name);
    return {
      kind: 'notice',
      title: phrase('sources.removed', { title: source.title }),
      lines: [{ text: phrase('sources.answers-no-more') }, await describeRoom(sources)],
    };
  });
}

/** The file of a source, byte for byte as it was given. */
export function exportSource(typed: string, context: CommandContext): Promise<Reply> {
  return withDesk(context, async (sources) => {
    const source = await sources.find(typed);
    if (source === null) return refuseUnknown(typed);
    const { name, ending, title, bytes, size } = source;
    return {
      kind: 'notice',
      title,
      lines: [{ text: describeSize(size) }],
      file: { name: `${name}.${ending}`, bytes },
    };
  });
}

async function withDesk<Made extends Reply>(
  { server, place }: Desk,
  work: (sources: OwnSources, userId: string) => Promise<Made | RefusedReply>,
): Promise<Made | RefusedReply> {
  if (server === null || place.userId === null) return refuse(phrase('sources.no-server'));
  return work(server.sources, place.userId);
}

function refuseUnknown(typed: string): RefusedReply {
  return refuse(phrase('sources.unknown', { typed }));
}

function refuse(reason: Wording): RefusedReply {
  return { kind: 'refused', reason };
}
