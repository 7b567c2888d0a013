import { type Client, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** The way of a first response to an interaction. */
const CALLBACK = /^\/interactions\/\d+\/[^/]+\/callback$/u;

/**
 * Takes an acknowledgement of ours for one that came through if Discord says that there was one already: it was processed, its answer was
 * lost on the way, and the client sent it again. Whoever waits would see "thinking…" for good otherwise.
 *
 * Gets wrong: two bots that run with one token at the same time, of which the second goes on as well.
 */
export function guardRest({ rest }: Pick<Client, 'rest'>): void {
  const post = rest.post.bind(rest);
  rest.post = async (route, options) => {
    try {
      return await post(route, options);
    } catch (error) {
      if (CALLBACK.test(route) && isAcknowledged(error)) return undefined;
      throw error;
    }
  };
}

function isAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}
