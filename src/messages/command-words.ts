import { readCatalogue } from './catalogue.js';
import type { MessageId } from './message-id.js';
import { phrase, type Wording } from './phrase.js';

/** A command as a reader types it, by its name in our code ("source add"): "/ask" in English, "/fragen" in German. */
export function nameCommand(command: string): Wording {
  const [first = '', second] = command.split(' ');
  const own = lookUp(`${commandKey(first)}.name`, first);
  if (second === undefined) return phrase('command.typed', { name: own });
  const sub = lookUp(`${commandKey(command)}.name`, second);
  return phrase('command.typed', { name: phrase('command.two-words', { group: own, name: sub }) });
}

/** An option's name as its command's reader sees it. */
export function nameOption(command: string, option: string): Wording {
  return lookUp(`${optionKey(command, option)}.name`, option);
}

/** What a command does, as its description says; `english` if the catalogues do not know it. */
export function describeCommand({ name, description }: Described): Wording {
  return lookUp(`${commandKey(name)}.description`, description);
}

/** What an option is for, as its description says; `english` if the catalogues do not know it. */
export function describeOption(command: string, option: string, english: string): Wording {
  return lookUp(`${optionKey(command, option)}.description`, english);
}

/** A choice of an option as it is shown. */
export function nameChoice(command: string, option: string, choice: string): Wording {
  return lookUp(choiceKey(command, option, choice), choice);
}

interface Described {
  readonly name: string;
  readonly description: string;
}

/** Where the words of a command are in the catalogues: `.name` and `.description` follow. */
export function commandKey(command: string): string {
  return `command.${command.replace(' ', '.')}`;
}

/** Where the words of an option are in the catalogues: `.name` and `.description` follow. */
export function optionKey(command: string, option: string): string {
  return `${commandKey(command)}.option.${option}`;
}

/** Where the word for a choice is in the catalogues. */
function choiceKey(command: string, option: string, choice: string): string {
  return `${optionKey(command, option)}.choice.${choice}`;
}

function lookUp(id: string, otherwise: string): Wording {
  return isMessageId(id) ? phrase(id) : otherwise;
}

function isMessageId(id: string): id is MessageId {
  return Object.hasOwn(readCatalogue('en'), id);
}
