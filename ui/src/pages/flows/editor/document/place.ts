import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type Node, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';

/** Where something stands in a document: keys of maps and places in lists. */
export type Path = (string | number)[];

/** A document with its text, to find the lines of what stands in it. */
export interface Source {
  text: string;
  lines: string[];
  document: Document.Parsed;
  counter: LineCounter;
}

/** Lines from `start` to before `end`, counted from 0. */
export interface Span {
  start: number;
  end: number;
}

export function read(text: string): Source {
  const counter = new LineCounter();
  return { text, lines: text.split('\n'), document: parseDocument(text, { lineCounter: counter, keepSourceTokens: true }), counter };
}

export function nodeAt(source: Source, path: Path): Node | undefined {
  const node: unknown = path.length === 0 ? source.document.contents : source.document.getIn(path, true);
  return isNode(node) ? node : undefined;
}

export function pairAt(map: YAMLMap, key: string | number): Pair<ParsedNode, ParsedNode | null> | undefined {
  const found = map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
  return found as Pair<ParsedNode, ParsedNode | null> | undefined;
}

/** Line and column of an offset, from 0. */
export function positionOf(source: Source, offset: number): { line: number; column: number } {
  const { line, col } = source.counter.linePos(offset);
  return { line: line - 1, column: col - 1 };
}

export const isBlock = (node: Node | undefined): node is YAMLMap | YAMLSeq => isCollection(node) && !node.flow && node.items.length > 0;

const indentOf = (line: string) => line.search(/\S/);
const isComment = (line: string) => line.trimStart().startsWith('#');

/** Where each entry of a collection in block style begins: the line and column of its key or dash. */
export function heads(source: Source, node: YAMLMap | YAMLSeq): { line: number; column: number }[] {
  if (isMap(node)) return node.items.map((pair) => positionOf(source, (pair.key as ParsedNode).range[0]));
  const tokens = (node.srcToken as { items?: { start?: { type: string; offset: number }[] }[] } | undefined)?.items ?? [];
  return node.items.map((_, index) => {
    const dash = tokens[index]?.start?.find((token) => token.type === 'seq-item-ind');
    return positionOf(source, dash?.offset ?? 0);
  });
}

/** The lines of one entry of a collection in block style, with the comments right above it. */
export function spanOf(source: Source, node: YAMLMap | YAMLSeq, index: number): Span {
  const all = heads(source, node);
  const head = all[index] ?? { line: 0, column: 0 };
  const next = all[index + 1];
  let start = head.line;
  const before = all[index - 1];
  while (start > 0 && start - 1 > (before?.line ?? -1) && isComment(source.lines[start - 1] ?? '') && indentOf(source.lines[start - 1] ?? '') === head.column) start--;
  let end = head.line + 1;
  const limit = next?.line ?? source.lines.length;
  while (end < limit && (source.lines[end]?.trim() === '' || indentOf(source.lines[end] ?? '') > head.column)) end++;
  end = Math.min(limit, Math.max(end, lastLine(source, isMap(node) ? node.items[index]?.value : node.items[index]) + 1));
  while (end > head.line + 1 && source.lines[end - 1]?.trim() === '') end--;
  return { start: opensList(source, head) ? head.line : start, end };
}

/** Whether a key stands right after the dash of a list: the lines above belong to the whole element. */
function opensList(source: Source, head: { line: number; column: number }): boolean {
  return /\S/.test((source.lines[head.line] ?? '').slice(0, head.column));
}

function lastLine(source: Source, value: unknown): number {
  const range = isNode(value) ? value.range : undefined;
  if (!range) return -1;
  const end = Math.max(range[0], range[1]);
  const written = source.text.slice(range[0], end).trimEnd();
  return written === '' ? -1 : positionOf(source, range[0] + written.length - 1).line;
}
