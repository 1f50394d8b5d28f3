/** The `type` of the task, trigger or other component that a line of a flow belongs to; lines count from 1. */
export function typeAt(source: string, line: number): string | undefined {
  const lines = source.split('\n');
  let inner = Number.POSITIVE_INFINITY;
  for (let at = Math.min(line, lines.length) - 1; at >= 0; at--) {
    const text = lines[at] ?? '';
    const start = /^(\s*)- /.exec(text);
    const indent = start?.[1]?.length;
    if (indent === undefined || indent >= inner) {
      const own = text.search(/\S/);
      // a key further left ends everything below it: the line stands outside of the list above
      if (own >= 0 && start === null && own < inner && own === 0) return undefined;
      continue;
    }
    if (at < line - 1 && leaves(lines, at + 1, line - 1, indent)) continue;
    const type = typeIn(lines, at, indent);
    if (type) return type;
    inner = indent;
  }
  return undefined;
}

/** Whether a line between the two stands left of the block that begins with a dash at `indent`. */
function leaves(lines: string[], from: number, to: number, indent: number): boolean {
  for (let at = from; at <= to; at++) {
    const text = lines[at] ?? '';
    const own = text.search(/\S/);
    if (own >= 0 && own <= indent && !text.trimStart().startsWith('#')) return true;
  }
  return false;
}

function typeIn(lines: string[], start: number, indent: number): string | undefined {
  for (let at = start; at < lines.length; at++) {
    const text = lines[at] ?? '';
    const own = text.search(/\S/);
    if (at > start && own >= 0 && own <= indent) return undefined;
    const found = /^(\s*(?:- )?)type:\s*["']?([\w.]+)/.exec(text);
    if (found && found[1]?.length === indent + 2) return found[2];
  }
  return undefined;
}
