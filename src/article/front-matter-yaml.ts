import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';

/** Keys whose values are taken as they are written when YAML would make something else of them. */
const PLAIN_VALUE =
  /^((?:title|author|publisher)[ \t]*:[ \t]+)(?!"(?:[^"\\]|\\.)*"[ \t]*(?:#.*)?$|'[^']*'[ \t]*(?:#.*)?$|[|>][-+0-9]*[ \t]*$|[&*]\w+[ \t]*$)(\S.*?)[ \t]*$/gmu;
/** "!" would make a type of its first word, and leave the value empty. */
const MARKED_VALUE = /^((?:title|author|publisher)[ \t]*:[ \t]+)(!.*?)[ \t]*$/gmu;
/** A value that begins with a quotation mark and goes on behind the closing one: `"Storm" hits the pier`. */
const PARTLY_QUOTED =
  /^((?:title|author|publisher)[ \t]*:[ \t]+)((["'])(?:(?!\3).)*\3[ \t]*[^\s#].*?)[ \t]*$/gmu;

/** A YAML text as it was parsed. */
export interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/**
 * As YAML; if it is none, with the values of a line of text put in quotation marks, as they were meant ("title: Storm: ten boats lost"). What
 * is wrong beside them is told by its own line.
 */
export function parseYaml(yaml: string): ParsedYaml {
  const quote = (_: string, key: string, value: string): string => `${key}${JSON.stringify(value)}`;
  const written = parseLines(yaml.replace(MARKED_VALUE, quote));
  if (written.document.errors.length === 0) return written;
  const mended = parseLines(yaml.replace(PARTLY_QUOTED, quote).replace(PLAIN_VALUE, quote));
  return lineOfError(mended) === lineOfError(written) ? written : mended;
}

/** The line of the first error, from 0; 0 for none. */
function lineOfError({ document, lines }: ParsedYaml): number {
  const [error] = document.errors;
  return error === undefined ? 0 : lines.linePos(error.pos[0]).line;
}

function parseLines(yaml: string): ParsedYaml {
  const lines = new LineCounter();
  return {
    document: parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'error' }),
    lines,
  };
}

/** Values that YAML takes for numbers and truths keep the form they are written in: `007`, `1.10`, `.nan`. */
export function keepForms({ contents }: Document.Parsed): void {
  if (!isMap(contents)) return;
  for (const { value } of contents.items) {
    for (const node of isSeq(value) ? value.items : [value]) {
      if (
        isScalar(node) &&
        typeof node.value !== 'string' &&
        node.value !== null &&
        node.source !== undefined
      )
        node.value = node.source;
    }
  }
}

/** The line of the first alias of nothing, else of the first alias; the first line if there is none. */
export function lineOfAlias(document: Document.Parsed, lines: LineCounter): number {
  const aliases: { readonly offset: number; readonly isLost: boolean }[] = [];
  visit(document, {
    Alias(_, node) {
      aliases.push({ offset: node.range?.[0] ?? 0, isLost: node.resolve(document) === undefined });
    },
  });
  const alias = aliases.find(({ isLost }) => isLost) ?? aliases[0];
  return alias === undefined ? 0 : lines.linePos(alias.offset).line;
}
