import { ref } from 'lit/directives/ref.js';

/** Does something with an element once it is in the page: lit's `ref` alone tells of it before. */
export function onceShown(use: (element: HTMLElement) => void): ReturnType<typeof ref> {
  return ref((element) => {
    if (element instanceof HTMLElement) queueMicrotask(() => element.isConnected && use(element));
  });
}
