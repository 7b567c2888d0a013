/** What is answered at a path, and how. */
export async function get(
  address: string,
  path: string,
  method = 'GET',
): Promise<{ status: number; body: string }> {
  const response = await fetch(`${address}${path}`, { method });
  return { status: response.status, body: await response.text() };
}

/** The value of a metric with all these labels, as it stands in the text. */
export function readValue(
  text: string,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | null {
  const line = text
    .split('\n')
    .find(
      (one) =>
        one.split(/[{ ]/u, 1)[0] === name &&
        Object.entries(labels).every(([key, value]) => one.includes(`${key}="${value}"`)),
    );
  return line === undefined ? null : Number(line.slice(line.lastIndexOf(' ') + 1));
}
