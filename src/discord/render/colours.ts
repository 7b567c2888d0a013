import type { Reply } from '../../bot/reply.js';

/** The stripe beside a reply, by its kind: RGB as a number. They differ in lightness too, for those who see hues alike. */
export const COLOURS: Readonly<Record<Reply['kind'], number>> = {
  answer: 0x2e7d32,
  open: 0x00838f,
  related: 0xf9a825,
  nothing: 0x78909c,
  refused: 0xc62828,
  notice: 0x3949ab,
};
