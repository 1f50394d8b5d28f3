import type { Backfill, Trigger } from '~/api/triggers';

/** What the source of a flow says of a trigger, as far as pages show it. */
export interface Definition {
  type?: string;
  cron?: string;
  interval?: string;
  timezone?: string;
  disabled?: boolean;
  key?: string;
  mcpServer?: string;
  description?: string;
  [property: string]: unknown;
}

export function definitionOf(trigger: Trigger): Definition | undefined {
  return (trigger.trigger ?? trigger.abstractTrigger) as Definition | undefined;
}

/** When a trigger looks or fires, in the words of its source. */
export function rhythmOf(definition: Definition | undefined): string | undefined {
  return definition?.cron ?? (typeof definition?.interval === 'string' ? definition.interval : undefined);
}

/** How far a backfill has come, from 0 to 1. */
export function progressOf(backfill: Backfill): number {
  const [start, end, now] = [backfill.start, backfill.end, backfill.currentDate].map((moment) => new Date(moment).getTime()) as [number, number, number];
  if (!(end > start)) return 1;
  return Math.min(1, Math.max(0, (now - start) / (end - start)));
}

export const keyOf = ({ state }: Trigger): string => `${state.namespace}/${state.flowId}/${state.triggerId}`;
