export interface Point {
  x: number;
  y: number;
}

/** The path of a line with its corners rounded, and the place for its name in the middle of its longest part. */
export function pathOf(points: Point[]): { path: string; middle: Point } {
  const [start] = points;
  if (!start) return { path: '', middle: { x: 0, y: 0 } };
  const parts = [`M${start.x} ${start.y}`];
  let middle = start;
  let longest = -1;
  for (let at = 1; at < points.length; at++) {
    const [from, to, next] = [points[at - 1] as Point, points[at] as Point, points[at + 1]];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length > longest) {
      longest = length;
      middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    }
    if (!next) parts.push(`L${to.x} ${to.y}`);
    else {
      const radius = Math.min(6, length / 2, Math.hypot(next.x - to.x, next.y - to.y) / 2);
      const [into, out] = [towards(to, from, radius), towards(to, next, radius)];
      parts.push(`L${into.x} ${into.y}`, `Q${to.x} ${to.y} ${out.x} ${out.y}`);
    }
  }
  return { path: parts.join(' '), middle };
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance };
}
