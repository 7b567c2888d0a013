import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { type Component, childrenOf, isRecord } from '../checks/component-tree.js';
import type { FileSeed, ModalValues } from './actor.js';
import { isTooLarge, LARGEST_FILE } from './files.js';
import { listComponents } from './find-component.js';
import { attachFile, type Naming, resolveSelected } from './resolved.js';

/** The components of a submitted modal, or the sentence with which the client refuses to submit it. */
export function fillModal(
  modal: APIModalInteractionResponseCallbackData,
  values: ModalValues,
  naming: Naming,
): { components: unknown[] } | { refused: string } {
  const inputs = listComponents(modal).filter(({ custom_id: id }) => typeof id === 'string');
  const stranger = Object.keys(values).find((name) => !inputs.some(({ custom_id: id }) => id === name));
  if (stranger !== undefined) return { refused: `The modal has no input "${stranger}".` };
  for (const input of inputs) {
    const refused = refuseValue(input, values[String(input.custom_id)]);
    if (refused !== undefined) return { refused: `The input "${String(input.custom_id)}" ${refused}.` };
  }
  const components = childrenOf(modal, []).map(({ component }, index) => {
    const id = component.id ?? index + 1;
    if (component.type === ComponentType.ActionRow) {
      const inner = childrenOf(component, []).map(({ component: input }) => submitted(input, values, naming));
      return { type: component.type, id, components: inner };
    }
    const [, input] = listComponents({ components: [component] });
    return input === undefined
      ? { type: component.type, id }
      : { type: component.type, id, component: submitted(input, values, naming) };
  });
  return { components };
}

function refuseValue(input: Component, value: ModalValues[string] | undefined): string | undefined {
  const isRequired = input.required !== false && input.type !== ComponentType.Checkbox;
  const given = value ?? input.value;
  const isEmpty = given === undefined || given === '' || (Array.isArray(given) && given.length === 0);
  if (isEmpty) return isRequired ? 'is required' : undefined;
  if (input.type === ComponentType.TextInput) {
    if (typeof given !== 'string') return 'takes text';
    const least = typeof input.min_length === 'number' ? input.min_length : 0;
    const most = typeof input.max_length === 'number' ? input.max_length : 4_000;
    return given.length < least || given.length > most ? `takes ${least} to ${most} characters` : undefined;
  }
  const chosen: unknown[] = Array.isArray(given) ? given : [given];
  const offered = Array.isArray(input.options) ? input.options.filter(isRecord) : undefined;
  const most =
    typeof input.max_values === 'number'
      ? input.max_values
      : input.type === ComponentType.CheckboxGroup
        ? (offered?.length ?? 1)
        : 1;
  const least = typeof input.min_values === 'number' ? input.min_values : 1;
  if (chosen.some((item) => isFile(item) && isTooLarge(item))) return `takes ${LARGEST_FILE}`;
  if (chosen.length > most) return `takes at most ${most} values`;
  if (chosen.length < least) return `takes at least ${least} values`;
  const stranger = chosen.find((item) => offered?.every(({ value: known }) => known !== item) === true);
  return stranger === undefined ? undefined : `does not offer ${JSON.stringify(stranger)}`;
}

function submitted(input: Component, values: ModalValues, naming: Naming): Record<string, unknown> {
  const value = values[String(input.custom_id)] ?? input.value;
  const common = { type: input.type, id: input.id ?? 0, custom_id: input.custom_id };
  switch (input.type) {
    case ComponentType.TextInput:
      return { ...common, value: value ?? '' };
    case ComponentType.Checkbox:
      return { ...common, value: value === true };
    case ComponentType.RadioGroup:
      return { ...common, value: value ?? null };
    case ComponentType.FileUpload: {
      const files = Array.isArray(value) ? value.filter(isFile) : [];
      return { ...common, values: files.map((file) => attachFile(file, naming)) };
    }
    default: {
      const chosen = [value ?? []].flat().map(String);
      return { ...common, values: resolveSelected(input.type, chosen, naming) ?? chosen };
    }
  }
}

function isFile(value: unknown): value is FileSeed {
  return typeof value === 'object' && value !== null && 'name' in value && 'content' in value;
}
