import type { Annotation } from '../../language/annotation.js';
import type { QuotedSpeech } from '../attributions/quoted-speech.js';
import { firstTokenAt } from '../grammar/token-range.js';
import type { SpeechPlaces } from './sentence-view.js';

/** Which of an article's tokens are direct speech, and which are its cues. */
export function placesOfSpeech({ tokens }: Annotation, speech: readonly QuotedSpeech[]): SpeechPlaces {
  const said = new Uint8Array(tokens.length);
  const taken = new Uint8Array(tokens.length);
  for (const { parts, cue } of speech) {
    for (const { start, end } of parts) said.fill(1, firstTokenAt(tokens, start), firstTokenAt(tokens, end));
    if (cue !== null && cue.cue !== null) taken.fill(1, cue.cue.first, cue.cue.end);
  }
  return { isSpeech: (at) => said[at] === 1, isTaken: (at) => taken[at] === 1 };
}
