import type { CommandContext } from '../bot/command.js';
import type { Connection } from '../bot/connection.js';
import type { NoticeLine, RefusedReply, Reply } from '../bot/reply.js';
import { languageOf } from '../messages/language.js';
import { LANGUAGE_NAMES } from '../messages/language-names.js';
import { type Phrase, phrase, type Wording } from '../messages/phrase.js';
import type { ServerSettings } from '../store/server-settings.js';

/** Channels that may be open in one server: a longer list is hard to look after. */
export const MOST_OPEN = 50;

/** What a change of settings makes of those in force: what to set, and what there is to say about it; or why not. */
export type SettingsChange =
  | { readonly changes: Partial<ServerSettings>; readonly remarks?: readonly Phrase[] }
  | { readonly refusal: Phrase };

/** The settings of the server, as they are in force. */
export function showSettings(context: CommandContext): Promise<Reply> {
  return changeSettings(context, () => ({ changes: {} }));
}

/**
 * Changes the settings of the server and shows those in force then. A role or a channel that was deleted since is
 * taken off at the same time, and the reply says so.
 */
export async function changeSettings(
  { server, connection }: CommandContext,
  choose: (now: ServerSettings) => SettingsChange,
): Promise<Reply> {
  if (server === null) return refuse(phrase('settings.no-server'));
  let outcome: SettingsChange = { changes: {} };
  let gone: Gone = { changes: {}, remarks: [] };
  const now = await server.settings.change((settings) => {
    gone = findGone(settings, connection);
    outcome = choose({ ...settings, ...gone.changes });
    return { ...gone.changes, ...('changes' in outcome ? outcome.changes : {}) };
  });
  return toReply(outcome, gone.remarks, now, connection);
}

function toReply(
  outcome: SettingsChange,
  gone: readonly Phrase[],
  now: ServerSettings,
  connection: Connection | null,
): Reply {
  if ('refusal' in outcome) return refuse(outcome.refusal);
  const { changes, remarks = [] } = outcome;
  return {
    kind: 'notice',
    title: phrase(Object.keys(changes).length === 0 ? 'settings.title' : 'settings.saved'),
    lines: [...[...remarks, ...gone].map((text) => ({ text })), ...describeSettings(now, connection)],
  };
}

/** What to take off as the server does not have it any more, and the sentences that say so. */
interface Gone {
  readonly changes: Partial<ServerSettings>;
  readonly remarks: readonly Phrase[];
}

function findGone({ moderatorRoleId, openChannelIds }: ServerSettings, connection: Connection | null): Gone {
  if (connection === null) return { changes: {}, remarks: [] };
  const isRoleGone = moderatorRoleId !== null && connection.nameRole(moderatorRoleId) === null;
  const there = openChannelIds.filter((id) => connection.nameChannel(id) !== null);
  const count = openChannelIds.length - there.length;
  return {
    changes: {
      ...(isRoleGone ? { moderatorRoleId: null } : {}),
      ...(count > 0 ? { openChannelIds: there } : {}),
    },
    remarks: [
      ...(isRoleGone ? [phrase('settings.role-gone')] : []),
      ...(count > 0 ? [phrase('settings.channels-gone', { count })] : []),
    ],
  };
}

function describeSettings(settings: ServerSettings, connection: Connection | null): NoticeLine[] {
  const { moderatorRoleId, openChannelIds, areRepliesPrivate, cooldownSeconds, language } = settings;
  const role = moderatorRoleId === null ? null : (connection?.nameRole(moderatorRoleId) ?? null);
  const channels = openChannelIds.map((id) => `#${connection?.nameChannel(id) ?? id}`);
  const seconds = cooldownSeconds ?? 0;
  const lines: [Phrase, Wording][] = [
    [
      phrase('settings.role'),
      role === null ? phrase('settings.no-role') : phrase('settings.with-role', { role: `@${role}` }),
    ],
    [
      phrase('settings.channels'),
      channels.length === 0 ? phrase('settings.no-channels') : phrase('settings.with-channels', { channels }),
    ],
    [phrase('settings.replies'), phrase(areRepliesPrivate ? 'settings.private' : 'settings.public')],
    [phrase('settings.cooldown'), phrase('settings.seconds', { seconds })],
    [
      phrase('settings.language'),
      language === null ? phrase('settings.own-language') : LANGUAGE_NAMES[languageOf(language)],
    ],
  ];
  const hint = channels.length > 0 ? explainIntent(connection) : null;
  return [...lines.map(([label, text]) => ({ label, text })), ...(hint === null ? [] : [{ text: hint }])];
}

/** What keeps the bot from seeing messages that do not mention it, and who mends that; null if nothing does. */
function explainIntent(connection: Connection | null): Phrase | null {
  return connection === null || connection.isReadingMessages ? null : phrase('settings.intent-missing');
}

function refuse(reason: Phrase): RefusedReply {
  return { kind: 'refused', reason };
}
