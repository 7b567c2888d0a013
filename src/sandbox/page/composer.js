import { act, toUpload } from './api.js';
import { el } from './dom.js';
import { createOptionField } from './option-field.js';

const SUB_COMMAND = 1;
const SUB_COMMAND_GROUP = 2;

/**
 * The composer: a line for messages, which becomes a form of options once a command is chosen.
 *
 * @param {HTMLFormElement} form
 * @param context `{ who(), channel(), botName(), notify(sentence), report(result) }`
 */
export function createComposer(form, context) {
  let commands = [];
  let replyTo;
  let chosen = 0;

  const line = el('input', {
    type: 'text',
    id: 'line',
    'aria-label': 'Message',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'suggestions',
  });
  const suggestions = el('ul', { id: 'suggestions', class: 'choices', role: 'listbox', hidden: true });
  const files = el('input', { type: 'file', multiple: true, hidden: true, onchange: () => showFiles() });
  const fileNames = el('span', { class: 'file-names' });
  const banner = el('p', { class: 'banner', hidden: true });

  line.addEventListener('input', suggest);
  line.addEventListener('keydown', (event) => {
    const shown = matching();
    if (event.key === 'Escape') leaveReply();
    if (suggestions.hidden || shown.length === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length;
      suggest();
    } else if (event.key === 'Tab' || event.key === 'Enter') {
      choose(shown[chosen]);
    } else return;
    event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.contains(line)) void send();
  });

  function showLine() {
    const mentionBot = () => {
      line.value = `${line.value}${line.value === '' || line.value.endsWith(' ') ? '' : ' '}@bot `;
      line.focus();
    };
    const tool = (label, text, onclick) =>
      el('button', { type: 'button', class: 'tool', 'aria-label': label, title: label, onclick }, text);
    form.replaceChildren(
      banner,
      suggestions,
      el(
        'div',
        { class: 'line' },
        tool('Attach files', '+', () => files.click()),
        line,
        fileNames,
        tool(`Mention ${context.botName()}`, '@', mentionBot),
        tool('Commands', '/', () => {
          line.value = '/';
          suggest();
          line.focus();
        }),
        el('button', { type: 'submit', class: 'button primary' }, 'Send'),
      ),
      files,
    );
    line.placeholder = 'Message, or / for commands';
    suggest();
  }

  function matching() {
    if (!line.value.startsWith('/')) return [];
    const typed = line.value.slice(1).toLowerCase();
    return commands.filter(({ name }) => name.startsWith(typed));
  }

  function suggest() {
    const shown = matching();
    chosen = Math.min(chosen, Math.max(0, shown.length - 1));
    suggestions.hidden = !line.value.startsWith('/');
    line.setAttribute('aria-expanded', String(!suggestions.hidden));
    suggestions.replaceChildren(
      ...shown.map((command, index) =>
        el(
          'li',
          { role: 'option', 'aria-selected': String(index === chosen), onclick: () => choose(command) },
          el('strong', {}, `/${command.name}`),
          ...command.options.map((option) =>
            el('span', { class: option.required ? 'hint required' : 'hint' }, option.name),
          ),
          el('span', { class: 'description' }, command.description),
        ),
      ),
      ...(shown.length === 0 ? [el('li', {}, 'No command of this name is offered to you here.')] : []),
    );
  }

  function choose(command) {
    line.value = '';
    suggest();
    const fields = command.options.map((option) =>
      createOptionField(option, (typed) => complete(command, fields, option, typed)),
    );
    const run = async (event) => {
      event?.preventDefault();
      try {
        const options = await readFields(fields);
        showLine();
        line.focus();
        await context.report(
          act({ do: 'run', as: context.who(), channel: context.channel(), name: command.name, options }),
        );
      } catch (error) {
        context.notify(error.message);
      }
    };
    form.replaceChildren(
      el(
        'div',
        { class: 'command', onkeydown: (event) => keyInCommand(event, run) },
        el('p', {}, el('strong', {}, `/${command.name} `), command.description),
        ...fields.map(({ element }) => element),
        el(
          'div',
          { class: 'row' },
          el('button', { type: 'button', class: 'button primary', onclick: run }, 'Run'),
          el('button', { type: 'button', class: 'tool', onclick: leave }, 'Cancel'),
        ),
      ),
    );
    (fields[0]?.input ?? form.querySelector('button')).focus();
  }

  function keyInCommand(event, run) {
    if (event.key === 'Escape') leave();
    if (event.key === 'Enter' && event.target.tagName === 'INPUT' && !event.defaultPrevented) run(event);
  }

  function leave() {
    showLine();
    line.focus();
  }

  async function complete(command, fields, option, typed) {
    const options = { ...(await readFields(fields)), [option.name]: typed };
    const { acknowledgement } = await act({
      do: 'autocomplete',
      as: context.who(),
      channel: context.channel(),
      name: command.name,
      options,
      focused: option.name,
    });
    return acknowledgement.kind === 'choices' ? acknowledgement.choices : [];
  }

  async function send() {
    const content = line.value;
    try {
      const uploads = await Promise.all([...files.files].map(toUpload));
      await act({
        do: 'say',
        as: context.who(),
        channel: context.channel(),
        content,
        ...(replyTo === undefined ? {} : { replyTo }),
        files: uploads,
      });
      line.value = '';
      files.value = '';
      showFiles();
      leaveReply();
      context.notify('');
    } catch (error) {
      context.notify(error.message);
    }
  }

  function showFiles() {
    fileNames.textContent = [...files.files].map(({ name }) => name).join(', ');
  }

  function leaveReply() {
    replyTo = undefined;
    banner.hidden = true;
  }

  showLine();
  return {
    /** Offers these commands from now on; sub-commands are offered one by one. */
    offer(offered) {
      commands = offered.flatMap((command) => flatten(command)).sort((a, b) => a.name.localeCompare(b.name));
      suggest();
    },
    replyTo(message) {
      replyTo = message.id;
      banner.hidden = false;
      banner.replaceChildren(
        `Replying to ${message.author.global_name ?? message.author.username} `,
        el('button', { type: 'button', class: 'tool', onclick: leaveReply }, 'Cancel'),
      );
      line.focus();
    },
    reset() {
      leaveReply();
      showLine();
    },
  };
}

function flatten(command, above = '') {
  const name = above === '' ? command.name : `${above} ${command.name}`;
  const options = command.options ?? [];
  const subs = options.filter(({ type }) => type === SUB_COMMAND || type === SUB_COMMAND_GROUP);
  if (subs.length > 0) return subs.flatMap((sub) => flatten(sub, name));
  return [{ name, description: command.description, options }];
}

async function readFields(fields) {
  const read = await Promise.all(fields.map(async ({ option, read }) => [option.name, await read()]));
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}
