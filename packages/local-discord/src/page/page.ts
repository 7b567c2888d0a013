import type { Actions } from './actions.js';
import type { State, Store } from './state.js';

/** What every part of the page is made from: the state to show, and what one can do about it. */
export interface Page {
  readonly state: State;
  readonly store: Store;
  readonly actions: Actions;
}
