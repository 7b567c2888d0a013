import { LIMITS } from '../limits.js';
import { joinFields, listOptions, readOptionList, splitFields } from './fields.js';

/**
 * What a control does: `do` runs a command whose reply takes the message's place, `show` one whose reply its user
 * alone sees, `form` is a form that a command waits for.
 */
export type ControlKind = 'do' | 'show' | 'form';

/** A command to run, as a control holds it in its custom_id: nothing is kept elsewhere, so it works after any restart. */
export interface Control {
  readonly kind: ControlKind;
  /** Its whole name. */
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

const KINDS: readonly ControlKind[] = ['do', 'show', 'form'];

/** A kind, the control, and a bar that keeps white space at its end from being trimmed; more bars tell it from its equals. */
const CUSTOM_ID = /^([a-z]+):(.*?)\|+$/su;

/**
 * The custom_id of a control; null if it does not fit into Discord's 100 characters. `equals` is how many of the
 * message come before it that are the same, as Discord takes no id twice.
 */
export function encodeControl({ kind, command, options }: Control, equals = 0): string | null {
  const id = `${kind}:${joinFields([command, ...listOptions(options)])}${'|'.repeat(equals + 1)}`;
  return id.length <= LIMITS.customId ? id : null;
}

/** The control that a custom_id holds; null if it holds none. */
export function decodeControl(customId: string): Control | null {
  const [, name, fields] = CUSTOM_ID.exec(customId) ?? [];
  const kind = KINDS.find((known) => known === name);
  if (kind === undefined || fields === undefined) return null;
  const [command = '', ...rest] = splitFields(fields);
  const options = readOptionList(rest);
  return command === '' || options === null ? null : { kind, command, options };
}
