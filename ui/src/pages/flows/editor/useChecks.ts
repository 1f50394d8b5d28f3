import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { flowActions } from '~/api/flows';
import type { Remark } from '~/components/editor/CodeEditor';

export interface Checks {
  remarks: Remark[];
  /** Whether the last answer is about the present source. */
  settled: boolean;
  invalid: boolean;
  /** Whether the source names a revision that is not the next one. */
  outdated: boolean;
  graph: Awaited<ReturnType<typeof flowActions.draw>> | undefined;
}

type Problem = NonNullable<Awaited<ReturnType<typeof flowActions.validate>>[number]['problems']>[number];

const remarkOf = ({ line, column, severity, message, hint, path }: Problem): Remark => ({ line, column, severity, path, message: hint ? `${message}\n${hint}` : message });

/** What the server says of a source while it is written: mistakes with their places, and the graph. */
export function useChecks(source: string, unfolded: string[] = []): Checks {
  const [settledSource] = useDebouncedValue(source, 250);
  const validation = useQuery({
    queryKey: ['validation', settledSource],
    queryFn: ({ signal }) => flowActions.validate(settledSource, signal),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const graph = useQuery({
    queryKey: ['drawing', settledSource, unfolded],
    queryFn: ({ signal }) => flowActions.draw(settledSource, signal, unfolded),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const problems = validation.data?.[0]?.problems;
  const remarks = useMemo(() => (problems ?? []).map(remarkOf), [problems]);
  return {
    remarks,
    settled: settledSource === source && !validation.isFetching,
    invalid: remarks.some((remark) => remark.severity === 'ERROR'),
    outdated: validation.data?.[0]?.outdated ?? false,
    graph: graph.data,
  };
}
