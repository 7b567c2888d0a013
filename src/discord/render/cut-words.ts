/** The text on one line, or as many of its first words as fit into `limit` characters; part of the first if not even it fits. */
export function cutWords(text: string, limit: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  const end = line.lastIndexOf(' ', limit);
  return line.slice(0, end > 0 ? end : limit).replace(/[\uD800-\uDBFF]$/u, '');
}
