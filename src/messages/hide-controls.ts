const CONTROLS = /(?![\t\n])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Words as a terminal may be given them: control characters, by which they could move the cursor or rewrite the screen, are shown as �. */
export function hideControls(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(CONTROLS, '\ufffd');
}

/** The same JSON without any control character: those that JSON allows are written as escapes. */
export function escapeControls(json: string): string {
  return json.replace(CONTROLS, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
