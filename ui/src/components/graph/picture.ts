import { stateColor } from '../states';
import type { GraphBox, GraphData } from './data';
import type { Layout, Place } from './layout';
import { pathOf, type Point } from './route';

/** A graph as a picture, with its size in pixels. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

const MARGIN = 24;

/** Draws a graph as SVG in the colours of the page, whole and independent of what is in sight. */
export function pictureOf(data: GraphData, { places, routes }: Layout): Picture {
  const at = absolute(data, places);
  const corners = [...[...at.values()].map((place) => ({ x: place.x + place.width, y: place.y + place.height })), ...routes.flat()];
  const width = Math.max(...corners.map(({ x }) => x), 0) + 2 * MARGIN;
  const height = Math.max(...corners.map(({ y }) => y), 0) + 2 * MARGIN;
  const color = colors();
  const groups = data.groups.flatMap(({ id }) => rectangle(at.get(id), 10, `fill="${color('--panel')}" fill-opacity="0.55" stroke="${color('--quiet')}" stroke-opacity="0.45" stroke-dasharray="4 4"`));
  const lines = data.lines.flatMap((line, index) => lineOf(routes[index] ?? [], line, color));
  const boxes = data.boxes.flatMap((box) => boxOf(box, at.get(box.id), color));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" font-family="Inter, 'Segoe UI', Roboto, Arial, sans-serif">
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="${color('--quiet')}"/></marker></defs>
<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${color('--ground')}"/>
${[...groups, ...lines, ...boxes].join('\n')}
</svg>`;
  return { svg, width, height };
}

/** A picture as PNG, twice as large so that it stays sharp. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    // browsers refuse canvases much larger than this
    const scale = Math.min(2, 16_000 / Math.max(width, height));
    const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('Expected a picture, but the browser made none.'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function absolute(data: GraphData, places: Map<string, Place>): Map<string, Place> {
  const parentOf = new Map([...data.groups.map((group) => [group.id, group.parent] as const), ...data.boxes.map((box) => [box.id, box.group] as const)]);
  const offset = (id: string | undefined): { x: number; y: number } => {
    const place = id === undefined ? undefined : places.get(id);
    if (!place) return { x: 0, y: 0 };
    const outer = offset(parentOf.get(id ?? ''));
    return { x: outer.x + place.x, y: outer.y + place.y };
  };
  return new Map([...places].map(([id, place]) => [id, { ...place, ...offset(id) }]));
}

type Color = (name: string) => string;

/** The colours of the page: a picture cannot refer to its variables. */
function colors(): Color {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(name.replace(/^var\((.*)\)$/, '$1')).trim() || '#888888';
}

function rectangle(place: Place | undefined, radius: number, look: string): string[] {
  return place ? [`<rect x="${place.x}" y="${place.y}" width="${place.width}" height="${place.height}" rx="${radius}" ${look}/>`] : [];
}

function lineOf(route: Point[], line: { name?: string; dashed?: boolean }, color: Color): string[] {
  if (route.length === 0) return [];
  const { path, middle } = pathOf(route);
  const drawn = `<path d="${path}" fill="none" stroke="${color('--quiet')}" stroke-width="1.2" marker-end="url(#arrow)"${line.dashed ? ' stroke-dasharray="4 4"' : ''}/>`;
  return line.name ? [drawn, `<text x="${middle.x}" y="${middle.y + 4}" font-size="11" text-anchor="middle" fill="${color('--text-soft')}" stroke="${color('--ground')}" stroke-width="4" paint-order="stroke">${escaped(line.name)}</text>`] : [drawn];
}

function boxOf(box: GraphBox, place: Place | undefined, color: Color): string[] {
  if (!place) return [];
  if (box.look === 'point') return [`<circle cx="${place.x + 5}" cy="${place.y + 5}" r="5" fill="${color('--quiet')}" fill-opacity="0.55"/>`];
  const state = Object.keys(box.states ?? {})[0];
  const edge = state ? color(stateColor(state)) : box.look === 'trigger' ? color('--state-warning') : color('--line');
  return [
    ...rectangle(place, 8, `fill="${color('--panel')}" stroke="${edge}"`),
    `<text x="${place.x + 14}" y="${place.y + 20}" font-size="12.5" font-weight="600" fill="${color('--text')}">${escaped(box.name)}</text>`,
    `<text x="${place.x + 14}" y="${place.y + 35}" font-size="11" fill="${color('--quiet')}">${escaped(box.kind)}</text>`,
  ];
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
