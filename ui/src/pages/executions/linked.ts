import type { Execution } from '~/api/executions';

/** The execution that started this one as a subflow or by a trigger on flows; absent when nothing of the kind did. */
export function callerOf({ trigger }: Pick<Execution, 'trigger'>): string | undefined {
  const id = trigger?.variables?.executionId;
  return typeof id === 'string' ? id : undefined;
}

/** How another execution belongs together with one. */
export type Relation = 'caller' | 'original' | 'replayedFrom' | 'started' | 'replay' | 'retry' | 'linked';

/** The relation of another execution, seen from one of them. */
export function relationOf(one: Execution, other: Execution): Relation {
  if (callerOf(one) === other.id) return 'caller';
  if (callerOf(other) === one.id) return 'started';
  if (one.parentId === other.id) return 'replayedFrom';
  if (other.parentId === one.id) return other.metadata.attemptNumber > one.metadata.attemptNumber ? 'retry' : 'replay';
  if (one.originalId === other.id) return 'original';
  return 'linked';
}
