/** One step of a Dockerfile. */
export interface Instruction {
  readonly name: string;
  readonly words: readonly string[];
}

/** The steps of a Dockerfile in their order, lines that go on joined; comments are none. */
export function readDockerfile(text: string): Instruction[] {
  return text
    .replaceAll(/\\\n/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...words] = line.split(/\s+/u);
      return { name: name.toUpperCase(), words };
    });
}
