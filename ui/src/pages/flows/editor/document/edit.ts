import { Document, isCollection, isMap, isScalar, isSeq, parse, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { heads, isBlock, nodeAt, pairAt, positionOf, read, spanOf, type Path, type Source } from './place';

/*
 * Changes of a YAML text that leave every other line as its author wrote it: comments, order, quotes and
 * empty lines. What is changed is found by its place in the parsed document and replaced in the text. Each
 * result is read again: should it not mean what was wanted, as with rare spellings, the library writes the
 * document anew, which keeps comments, too, but not how everything was laid out.
 */

type Json = unknown;

/** Sets a value; maps on the way are made. `undefined` removes it, and maps and lists that become empty. */
export function setIn(text: string, path: Path, value: Json): string {
  if (value === undefined) return removeIn(text, path);
  const source = read(text);
  const missing = path.findIndex((_, index) => index < path.length && nodeAt(source, path.slice(0, index + 1)) === undefined);
  const [at, whole] = missing < 0 ? [path, value] : [path.slice(0, missing + 1), wrapped(path.slice(missing + 1), value)];
  return sure(text, written(source, at, whole), (document) => {
    const parent = at.slice(0, -1);
    if (parent.length > 0 && !isCollection(document.getIn(parent, true))) document.setIn(parent, document.createNode({}));
    document.setIn(at, document.createNode(whole));
  });
}

export function removeIn(text: string, path: Path): string {
  const source = read(text);
  const parentPath = path.slice(0, -1);
  const parent = nodeAt(source, parentPath);
  if (nodeAt(source, path) === undefined && !(isMap(parent) && pairAt(parent, path.at(-1) ?? ''))) return text;
  if (isCollection(parent) && parent.items.length === 1 && parentPath.length > 0) return removeIn(text, parentPath);
  return sure(text, isBlock(parent) ? withoutEntry(source, parent, path.at(-1) ?? 0) : undefined, (document) => document.deleteIn(path));
}

/** Puts an element into a list at a place; the list is made when there is none. */
export function insertAt(text: string, list: Path, index: number, value: Json): string {
  const source = read(text);
  const node = nodeAt(source, list);
  if (!isSeq(node) || node.items.length === 0) return setIn(text, list, [value]);
  return sure(text, isBlock(node) ? withElement(source, node, index, value) : undefined, (document) => {
    (document.getIn(list, true) as YAMLSeq).items.splice(index, 0, document.createNode(value));
  });
}

/** Moves an element of a list to another place in it. */
export function moveElement(text: string, list: Path, from: number, to: number): string {
  if (from === to) return text;
  const step = from < to ? 1 : -1;
  let moved = text;
  for (let at = from; at !== to; at += step) moved = swapped(moved, list, Math.min(at, at + step));
  return moved;
}

/** Exchanges an element of a list and the one after it. */
function swapped(text: string, list: Path, index: number): string {
  const source = read(text);
  const node = nodeAt(source, list);
  if (!isSeq(node) || index < 0 || index + 1 >= node.items.length) return text;
  let result: string | undefined;
  if (isBlock(node)) {
    const [one, other] = [spanOf(source, node, index), spanOf(source, node, index + 1)];
    const { lines } = source;
    result = [...lines.slice(0, one.start), ...lines.slice(other.start, other.end), ...lines.slice(one.end, other.start), ...lines.slice(one.start, one.end), ...lines.slice(other.end)].join('\n');
  }
  return sure(text, result, (document) => {
    const { items } = document.getIn(list, true) as YAMLSeq;
    items.splice(index, 2, items[index + 1], items[index]);
  });
}

function wrapped(path: Path, value: Json): Json {
  return path.reduceRight<Json>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value);
}

/** The result when it means what the change of the library means, and else what the library writes. */
function sure(before: string, result: string | undefined, change: (document: Document.Parsed) => void): string {
  const { document } = read(before);
  change(document);
  return result !== undefined && meaning(() => parse(result)) === meaning(() => document.toJS()) ? result : document.toString({ lineWidth: 0 });
}

function meaning(value: () => Json): string | undefined {
  try {
    return JSON.stringify(value());
  } catch {
    return undefined;
  }
}

function written(source: Source, path: Path, value: Json): string | undefined {
  const parent = nodeAt(source, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  if (path.length === 1 && !isMap(parent)) return source.text.trim() === '' ? rendered({ [key]: value }) : undefined;
  if (!isBlock(parent)) return undefined;
  if (isSeq(parent)) {
    const { start, end } = spanOf(source, parent, Number(key));
    const column = heads(source, parent)[Number(key)]?.column ?? 0;
    return replaced(source, start, end, element(value, column));
  }
  const pair = pairAt(parent, key);
  const column = heads(source, parent)[0]?.column ?? 0;
  if (!pair) {
    const { end } = spanOf(source, parent, parent.items.length - 1);
    return replaced(source, end, end, indented(rendered({ [key]: value }), column));
  }
  return inPlace(source, pair.value, value) ?? anew(source, parent, key, value, column);
}

/** Replaces a value on one line by another, keeping its quotes and the comment behind it. */
function inPlace({ text }: Source, old: unknown, value: Json): string | undefined {
  if (!isScalar(old) || !old.range || value === null || typeof value === 'object') return undefined;
  const [start, end] = old.range;
  if (start === end || text.slice(start, end).includes('\n') || String(value).includes('\n')) return undefined;
  const scalar = new Scalar(value);
  if (typeof value === 'string' && (old.type === 'QUOTE_DOUBLE' || old.type === 'QUOTE_SINGLE')) scalar.type = old.type;
  const fresh = rendered(scalar).trimEnd();
  return fresh.includes('\n') ? undefined : text.slice(0, start) + fresh + text.slice(end);
}

/** Writes a key with its value anew; a comment behind the old value stays on the line of the key. */
function anew(source: Source, map: YAMLMap, key: string | number, value: Json, column: number): string {
  const index = map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key);
  const head = heads(source, map)[index] ?? { line: 0, column };
  const { end } = spanOf(source, map, index);
  const fresh = indented(rendered({ [key]: value }), column);
  const prefix = (source.lines[head.line] ?? '').slice(0, head.column);
  const comment = /\s#.*$/.exec((map.items[index]?.value as { comment?: string } | undefined)?.comment !== undefined && end === head.line + 1 ? (source.lines[head.line] ?? '') : '')?.[0] ?? '';
  const first = prefix + (fresh[0] ?? '').slice(head.column) + comment;
  return replaced(source, head.line, end, [first, ...fresh.slice(1)]);
}

function withoutEntry(source: Source, node: YAMLMap | YAMLSeq, key: string | number): string | undefined {
  const index = isMap(node) ? node.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key) : Number(key);
  const head = heads(source, node)[index];
  const next = heads(source, node)[index + 1];
  if (!head) return undefined;
  const before = (source.lines[head.line] ?? '').slice(0, head.column);
  if (/\S/.test(before)) {
    // the first key behind the dash of a list: the next one takes its place
    if (!next) return undefined;
    return replaced(source, head.line, next.line + 1, [before + (source.lines[next.line] ?? '').slice(next.column)]);
  }
  const { start, end } = spanOf(source, node, index);
  // one of the empty lines around it goes, too
  const empty = (line: number) => source.lines[line]?.trim() === '';
  if (next && empty(end)) return replaced(source, start, end + 1, []);
  return replaced(source, !next && start > 0 && empty(start - 1) ? start - 1 : start, end, []);
}

function withElement(source: Source, list: YAMLSeq, index: number, value: Json): string {
  const column = heads(source, list)[0]?.column ?? 0;
  const last = index >= list.items.length;
  const span = spanOf(source, list, last ? list.items.length - 1 : index);
  const apart = list.items.length > 1 && source.lines[spanOf(source, list, 1).start - 1]?.trim() === '';
  const lines = element(value, column);
  if (last) return replaced(source, span.end, span.end, apart ? ['', ...lines] : lines);
  return replaced(source, span.start, span.start, apart ? [...lines, ''] : lines);
}

function replaced({ lines }: Source, start: number, end: number, fresh: string[]): string {
  const kept = [...lines.slice(0, start), ...fresh, ...lines.slice(end)];
  // a text without a line break at its end gets one when something follows
  if (end >= lines.length && fresh.length > 0 && start === end) return [...lines.slice(0, start), ...fresh].join('\n') + '\n';
  return kept.join('\n');
}

function rendered(value: Json): string {
  const document = new Document(value);
  return document.toString({ lineWidth: 0, blockQuote: 'literal' });
}

function element(value: Json, column: number): string[] {
  return indented(rendered([value]), column);
}

function indented(text: string, column: number): string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line));
}

/** The line on which something stands, counted from 1. */
export function lineOf(text: string, path: Path): number | undefined {
  const source = read(text);
  const parent = nodeAt(source, path.slice(0, -1));
  if (!isCollection(parent)) return undefined;
  const key = path.at(-1);
  if (isMap(parent)) {
    const pair = pairAt(parent, key ?? '');
    return pair ? positionOf(source, pair.key.range[0]).line + 1 : undefined;
  }
  const node = nodeAt(source, path);
  return node?.range ? positionOf(source, node.range[0]).line + 1 : undefined;
}
