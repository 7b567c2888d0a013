import { act, ask } from './api.js';
import { createComposer } from './composer.js';
import { byId, el } from './dom.js';
import { renderMessage } from './message-view.js';
import { showModal } from './modal-view.js';

/** Milliseconds that "is typing" stays, as in Discord's client. */
const TYPING_MS = 10_000;

const world = await ask('world');
const names = {
  users: new Map([[world.bot.id, world.bot.username], ...world.people.map(({ id, name }) => [id, name])]),
  roles: new Map(world.servers.flatMap(({ roles }) => roles.map(({ id, name }) => [id, name]))),
  channels: new Map(world.channels.map(({ id, name }) => [id, name])),
};
let me = world.people[0];
let channel = world.channels.find(({ id }) => me.channels.includes(id));
let menu = [];
let events;
let typingTimer;
const seenMessages = new Map();

const composer = createComposer(byId('composer'), {
  who: () => me.key,
  channel: () => channel.id,
  botName: () => world.bot.username,
  notify,
  report,
});

function notify(sentence) {
  byId('notice').textContent = sentence;
}

/** Shows what became of an interaction: a sentence for a refusal or a silence, the modal when one was opened. */
async function report(doing) {
  notify('');
  const { interactionId, acknowledgement } = await doing.catch((error) => ({
    acknowledgement: { kind: 'refused', reason: error.message },
  }));
  if (acknowledgement.kind === 'refused') notify(acknowledgement.reason);
  if (acknowledgement.kind === 'missed') notify('The application did not respond.');
  if (acknowledgement.kind !== 'modal') return;
  showModal(byId('modal'), acknowledgement.modal, async (values) => {
    const submitted = await act({ do: 'submit', as: me.key, interactionId, values });
    if (submitted.acknowledgement.kind === 'refused') throw new Error(submitted.acknowledgement.reason);
    await report(Promise.resolve(submitted));
  });
}

const messageContext = () => ({
  names,
  meId: me.id,
  botId: world.bot.id,
  menu,
  onPress: (messageId, customId) => report(act({ do: 'press', as: me.key, messageId, customId })),
  onChoose: (messageId, customId, values) =>
    report(act({ do: 'choose', as: me.key, messageId, customId, values })),
  onMenu: (name, messageId) => report(act({ do: 'menu', as: me.key, channel: channel.id, name, messageId })),
  onReply: (message) => composer.replyTo(message),
  onRemove: (messageId) =>
    report(act({ do: 'remove', as: me.key, messageId }).then(() => ({ acknowledgement: { kind: 'done' } }))),
});

function drawMessages() {
  const list = byId('messages');
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  list.replaceChildren(...[...seenMessages.values()].map((seen) => renderMessage(seen, messageContext())));
  if (isAtEnd) list.scrollTop = list.scrollHeight;
}

function drawMessage(seen) {
  const list = byId('messages');
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const drawn = renderMessage(seen, messageContext());
  const old = list.querySelector(`[data-id="${CSS.escape(seen.message.id)}"]`);
  if (old) old.replaceWith(drawn);
  else list.append(drawn);
  if (isAtEnd) list.scrollTop = list.scrollHeight;
}

function drawPlaces() {
  const groups = [
    ...world.servers.map(({ id, name }) => ({
      name,
      channels: world.channels.filter(({ guildId }) => guildId === id),
    })),
    { name: 'Direct messages', channels: world.channels.filter(({ kind }) => kind === 'dm') },
  ];
  byId('places').replaceChildren(
    ...groups.flatMap((group) => {
      const shown = group.channels.filter(({ id }) => me.channels.includes(id));
      if (shown.length === 0) return [];
      return [el('h2', {}, group.name), el('ul', {}, ...shown.map(drawPlace))];
    }),
  );
}

function drawPlace(place) {
  const label = place.kind === 'dm' ? world.bot.username : `# ${place.name}`;
  const isHere = place.id === channel.id;
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', 'aria-current': isHere ? 'page' : undefined, onclick: () => enter(place) },
      label,
    ),
  );
}

async function enter(place) {
  channel = place;
  notify('');
  byId('typing').textContent = '';
  byId('channel-name').textContent = place.kind === 'dm' ? world.bot.username : `# ${place.name}`;
  byId('channel-topic').textContent = place.topic ?? '';
  composer.reset();
  drawPlaces();
  const messages = await ask('messages', { channel: place.id, as: me.key });
  await offerCommands();
  seenMessages.clear();
  for (const seen of messages) seenMessages.set(seen.message.id, seen);
  drawMessages();
  byId('messages').scrollTop = byId('messages').scrollHeight;
}

async function offerCommands() {
  const offered = await ask('commands', { channel: channel.id, as: me.key });
  menu = offered.message;
  composer.offer(offered.chat);
}

async function become(key) {
  me = world.people.find((person) => person.key === key) ?? me;
  if (!me.channels.includes(channel.id)) channel = world.channels.find(({ id }) => me.channels.includes(id));
  if (channel.kind === 'dm')
    channel = world.channels.find(({ kind, id }) => kind === 'dm' && me.channels.includes(id));
  events?.close();
  events = new EventSource(`/sandbox/events?${new URLSearchParams({ as: me.key })}`);
  events.onmessage = ({ data }) => happen(JSON.parse(data));
  await enter(channel);
}

function happen(event) {
  switch (event.kind) {
    case 'message':
    case 'message-changed':
      if (event.seen.message.channel_id !== channel.id) return;
      if (event.seen.message.author.id === world.bot.id) byId('typing').textContent = '';
      seenMessages.set(event.seen.message.id, event.seen);
      return drawMessage(event.seen);
    case 'message-deleted':
      seenMessages.delete(event.messageId);
      return byId('messages')
        .querySelector(`[data-id="${CSS.escape(event.messageId)}"]`)
        ?.remove();
    case 'typing':
      return event.channelId === channel.id && showTyping();
    case 'commands-changed':
      return offerCommands().then(drawMessages);
    case 'breach':
      return drawBreaches();
    case 'bot':
      byId('bot-state').textContent = event.isOnline ? '' : `${world.bot.username} is offline`;
      return undefined;
    default:
      return undefined;
  }
}

function showTyping() {
  byId('typing').textContent = `${world.bot.username} is typing…`;
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => {
    byId('typing').textContent = '';
  }, TYPING_MS);
}

async function drawBreaches() {
  const breaches = await ask('breaches');
  const button = byId('show-breaches');
  button.textContent =
    breaches.length === 0
      ? 'No breaches'
      : `${breaches.length} ${breaches.length === 1 ? 'breach' : 'breaches'}`;
  button.classList.toggle('broken', breaches.length > 0);
  byId('breaches').replaceChildren(
    breaches.length === 0 ? el('p', {}, 'The bot has kept every rule of Discord so far.') : '',
    ...breaches.map((breach) =>
      el(
        'p',
        { class: 'breach' },
        el('strong', {}, breach.rule),
        ` ${breach.path.join('.')} — ${breach.message} `,
        el('code', {}, breach.request),
      ),
    ),
  );
}

byId('people').append(
  ...world.people.map(({ key, name, standing }) => el('option', { value: key }, `${name} (${standing})`)),
);
byId('people').addEventListener('change', (event) => become(event.currentTarget.value));
byId('show-breaches').addEventListener('click', (event) => {
  const panel = byId('breaches');
  panel.hidden = !panel.hidden;
  event.currentTarget.setAttribute('aria-expanded', String(!panel.hidden));
});
await become(me.key);
await drawBreaches();
