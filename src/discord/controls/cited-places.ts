import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { ExcerptPlace } from '../../answer/passage.js';
import { decodeControl } from './control-id.js';
import { PASSAGE_LIST } from './passage-controls.js';

/** The components of a message, as the API has them. */
type Components = readonly APIMessageTopLevelComponent[];

/** An excerpt of a message: the section that shows it, by its id, and the control that holds where it is. */
export interface CitedSection {
  readonly section: number;
  readonly id: string;
}

/**
 * Where the excerpts of a message of ours stand, in their order, as its controls hold it: those of the list if there
 * is one, else of the buttons that open them, else of the one for their context. Empty if no control holds any.
 */
export function readCitedPlaces(components: Components): ExcerptPlace[] {
  return listCitingIds(components).flatMap((id) => readPlace(id) ?? []);
}

/** The sections of a message with the controls of what they show; empty if the message does not have one for each. */
export function readCitedSections(components: Components): CitedSection[] {
  const ids = listCitingIds(components);
  const sections = components
    .flatMap((component) => (component.type === ComponentType.Container ? component.components : component))
    .flatMap(({ type, id }) => (type === ComponentType.Section && id !== undefined ? id : []));
  if (ids.length !== sections.length) return [];
  return sections.flatMap((section, i) => {
    const id = ids[i];
    return id === undefined ? [] : { section, id };
  });
}

/** Where the excerpt is that a control opens; null for any other control. */
export function readPlace(customId: string): ExcerptPlace | null {
  const control = decodeControl(customId);
  const { article, span } = control?.options ?? {};
  const isOfPassage = control?.command === 'passage open' || control?.command === 'passage context';
  return isOfPassage && article !== undefined && span !== undefined ? { article, span } : null;
}

/** The ids that hold a place, one for each excerpt. */
function listCitingIds(components: Components): string[] {
  const { listed, opened, around } = gatherIds(components);
  const citing = [listed, opened, around].map((ids) => ids.filter((id) => readPlace(id) !== null));
  return citing.find(({ length }) => length > 0) ?? [];
}

/** The ids by what they do: a list's choices, the buttons of passages, that of the context. */
function gatherIds(components: Components): Readonly<Record<'listed' | 'opened' | 'around', string[]>> {
  const listed: string[] = [];
  const buttons: string[] = [];
  const visit = (component: APIMessageTopLevelComponent): void => {
    if (component.type === ComponentType.Container) component.components.forEach(visit);
    else if (component.type === ComponentType.Section && 'custom_id' in component.accessory)
      buttons.push(component.accessory.custom_id);
    else if (component.type === ComponentType.ActionRow) {
      for (const inner of component.components) {
        const isList = inner.type === ComponentType.StringSelect && inner.custom_id === PASSAGE_LIST;
        if (isList) listed.push(...inner.options.map(({ value }) => value));
        else if ('custom_id' in inner) buttons.push(inner.custom_id);
      }
    }
  };
  components.forEach(visit);
  const isContext = (id: string): boolean => decodeControl(id)?.command === 'passage context';
  return {
    listed,
    opened: buttons.filter((id) => !isContext(id)),
    around: buttons.filter(isContext),
  };
}
