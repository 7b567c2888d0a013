import { el, link } from './dom.js';
import { renderMarkdown } from './markdown.js';

const EPHEMERAL_NOTE = 'Only you can see this';
const REPLY_TYPE = 19;
const MENU_COMMAND_TYPE = 23;
const BUTTON_STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link', 6: 'premium' };

/**
 * A message as a list item.
 *
 * @param seen what the local Discord gives: `{ message, isOnlyForYou, isThinking, pinged }`
 * @param context `{ names, meId, botId, isGrouped, menu, onPress, onChoose, onMenu, onReply, onRemove }`
 */
export function renderMessage(seen, context) {
  const { message, isOnlyForYou, isThinking, pinged } = seen;
  const { names, meId, botId } = context;
  const isBot = message.author.id === botId;
  const classes = ['message', isOnlyForYou && 'only-you', pinged.includes(meId) && 'pings-me'].filter(
    Boolean,
  );
  const body = isThinking
    ? el(
        'p',
        { class: 'thinking' },
        `${message.author.username} is thinking`,
        el('span', { class: 'dots' }, '…'),
      )
    : el(
        'div',
        { class: 'content' },
        renderMarkdown(message.content, names),
        message.edited_timestamp && el('small', {}, '(edited)'),
      );
  return el(
    'li',
    { class: classes.join(' '), 'data-id': message.id },
    renderOrigin(message, names),
    el(
      'span',
      { class: `avatar tone-${Number(BigInt(message.author.id) % 5n)}`, 'aria-hidden': 'true' },
      initial(message),
    ),
    el(
      'div',
      { class: 'body' },
      el(
        'p',
        { class: 'byline' },
        el('strong', {}, nameOf(message.author)),
        isBot && el('span', { class: 'badge' }, 'APP'),
        el('time', {}, new Date(message.timestamp).toLocaleTimeString([], { timeStyle: 'short' })),
      ),
      body,
      ...message.attachments.map((file) =>
        el('p', { class: 'file' }, link(file.url, `${file.filename} (${file.size} bytes)`)),
      ),
      ...message.embeds.map((embed) => renderEmbed(embed, names)),
      ...(message.components ?? []).map((row) => renderRow(row, message, context)),
      isOnlyForYou && el('p', { class: 'only-you-note' }, EPHEMERAL_NOTE),
    ),
    renderMenu(seen, context),
  );
}

function nameOf(author) {
  return author.global_name ?? author.username;
}

function initial(message) {
  return nameOf(message.author).slice(0, 1).toUpperCase();
}

/** The line above: which command was used, or what is replied to. */
function renderOrigin(message, names) {
  if (message.interaction) {
    const { user, name } = message.interaction;
    return el(
      'p',
      { class: 'origin' },
      `${nameOf(user)} used `,
      el('span', { class: 'mention' }, message.type === MENU_COMMAND_TYPE ? name : `/${name}`),
    );
  }
  if (message.type !== REPLY_TYPE) return null;
  const replied = message.referenced_message;
  const text = replied ? replied.content || 'Click to see attachment' : 'Original message was deleted';
  return el(
    'p',
    { class: 'origin' },
    replied ? el('strong', {}, `${nameOf(replied.author)} `) : null,
    renderMarkdown(text, names).textContent.slice(0, 90),
  );
}

function renderEmbed(embed, names) {
  const markdown = (text) => renderMarkdown(text, names);
  const box = el(
    'article',
    { class: 'embed' },
    embed.author &&
      el(
        'p',
        { class: 'embed-author' },
        embed.author.url ? link(embed.author.url, embed.author.name) : embed.author.name,
      ),
    embed.title &&
      el('p', { class: 'embed-title' }, embed.url ? link(embed.url, embed.title) : markdown(embed.title)),
    embed.description && el('div', { class: 'embed-description' }, markdown(embed.description)),
    embed.fields?.length > 0 &&
      el(
        'div',
        { class: 'embed-fields' },
        ...embed.fields.map((field) =>
          el(
            'div',
            { class: field.inline ? 'field inline' : 'field' },
            el('div', { class: 'field-name' }, markdown(field.name)),
            el('div', {}, markdown(field.value)),
          ),
        ),
      ),
    (embed.footer || embed.timestamp) &&
      el(
        'p',
        { class: 'embed-footer' },
        [embed.footer?.text, embed.timestamp && new Date(embed.timestamp).toLocaleString()]
          .filter(Boolean)
          .join(' • '),
      ),
  );
  if (typeof embed.color === 'number')
    box.style.borderLeftColor = `#${embed.color.toString(16).padStart(6, '0')}`;
  return box;
}

function renderRow(row, message, context) {
  if (row.type !== 1)
    return el('p', { class: 'file' }, `A component of type ${row.type}, which this page does not draw.`);
  return el(
    'div',
    { class: 'row' },
    ...row.components.map((component) => renderComponent(component, message, context)),
  );
}

function renderComponent(component, message, { onPress, onChoose }) {
  const label = [component.emoji?.name, component.label].filter(Boolean).join(' ');
  if (component.type === 2 && component.url)
    return link(component.url, el('span', { class: 'button link' }, `${label} ↗`));
  if (component.type === 2) {
    const style = BUTTON_STYLES[component.style] ?? 'secondary';
    return el(
      'button',
      {
        type: 'button',
        class: `button ${style}`,
        disabled: component.disabled === true,
        onclick: () => onPress(message.id, component.custom_id),
      },
      label,
    );
  }
  if (component.type !== 3)
    return el('p', {}, `A select of type ${component.type}, which this page does not draw.`);
  const isMany = (component.max_values ?? 1) > 1;
  const choose = (event) => {
    const values = [...event.currentTarget.selectedOptions]
      .map(({ value }) => value)
      .filter((value) => value !== '');
    if (values.length >= (component.min_values ?? 1)) onChoose(message.id, component.custom_id, values);
  };
  return el(
    'select',
    {
      disabled: component.disabled === true,
      multiple: isMany,
      'aria-label': component.placeholder ?? 'Choose',
      onchange: choose,
    },
    !isMany && el('option', { value: '' }, component.placeholder ?? 'Make a selection'),
    ...component.options.map((option) =>
      el(
        'option',
        { value: option.value, selected: option.default === true },
        option.description ? `${option.label} — ${option.description}` : option.label,
      ),
    ),
  );
}

/** The message's own menu: reply, delete, and Apps. */
function renderMenu(seen, { meId, menu, onMenu, onReply, onRemove }) {
  const { message, isOnlyForYou, isThinking } = seen;
  if (isThinking) return null;
  const item = (label, use) => {
    const onclick = (event) => {
      event.currentTarget.closest('details').open = false;
      use();
    };
    return el('button', { type: 'button', class: 'menu-item', onclick }, label);
  };
  const canRemove = isOnlyForYou || message.author.id === meId;
  const items = [
    !isOnlyForYou && item('Reply', () => onReply(message)),
    ...(isOnlyForYou
      ? []
      : menu.map((command) => item(`Apps → ${command.name}`, () => onMenu(command.name, message.id)))),
    canRemove && item(isOnlyForYou ? 'Dismiss' : 'Delete', () => onRemove(message.id)),
  ].filter(Boolean);
  if (items.length === 0) return null;
  return el(
    'details',
    { class: 'menu' },
    el('summary', { 'aria-label': `Menu of the message by ${nameOf(message.author)}` }, '⋯'),
    el('div', {}, ...items),
  );
}
