const INTERACTION = { id: '1', application_id: '2', token: 't', version: 1, guild_id: '3', channel_id: '4' };
const dispatch = (t: string | null, d: unknown): string => JSON.stringify({ op: 0, s: 1, t, d });

/** What no gateway should send, and some have: parts that are missing, that are null, or that are of another kind. */
export const MALFORMED_FRAMES: readonly string[] = [
  dispatch('INTERACTION_CREATE', { ...INTERACTION, type: 2, data: { id: '5', name: 'ask', type: 1 } }),
  dispatch('INTERACTION_CREATE', { ...INTERACTION, type: 2 }),
  dispatch('INTERACTION_CREATE', { ...INTERACTION, type: 3, member: {}, data: { custom_id: 5 } }),
  dispatch('INTERACTION_CREATE', { ...INTERACTION, type: 99, user: null }),
  dispatch('INTERACTION_CREATE', null),
  dispatch('INTERACTION_CREATE', 'a text'),
  dispatch('MESSAGE_CREATE', { id: '6', channel_id: '4', content: 'Hello?' }),
  dispatch('MESSAGE_CREATE', { id: '6', channel_id: '4', content: null, author: {}, mentions: 'none' }),
  dispatch('MESSAGE_CREATE', null),
  dispatch('MESSAGE_UPDATE', []),
  dispatch('MESSAGE_DELETE', null),
  dispatch('GUILD_CREATE', null),
  dispatch('GUILD_CREATE', { id: '7', channels: [null], members: {}, roles: 5 }),
  dispatch('GUILD_DELETE', null),
  dispatch('GUILD_ROLE_UPDATE', { guild_id: '3' }),
  dispatch('CHANNEL_CREATE', null),
  dispatch('CHANNEL_UPDATE', { id: {}, type: 'text' }),
  dispatch('THREAD_LIST_SYNC', {}),
  dispatch('GUILD_MEMBER_UPDATE', { guild_id: null }),
  dispatch('NO_SUCH_EVENT', null),
  dispatch(null, null),
  '{"op":0,"t":"MESSAGE_CREATE"',
  'null',
  '17',
  '[]',
  '{"op":"zero"}',
  '{"op":999,"d":null}',
  '{"op":11,"d":{}}',
];
