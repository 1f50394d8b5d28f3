import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { flowActions } from '~/api/flows';
import type { Remark } from '~/components/editor/CodeEditor';

export interface Checks {
  remarks: Remark[];
  /** Whether the last answer is about the present source. */
  settled: boolean;
  invalid: boolean;
  graph: Awaited<ReturnType<typeof flowActions.draw>> | undefined;
}

/** What the server says of a source while it is written: mistakes with their places, and the graph. */
export function useChecks(source: string): Checks {
  const [settledSource] = useDebouncedValue(source, 250);
  const validation = useQuery({
    queryKey: ['validation', settledSource],
    queryFn: ({ signal }) => flowActions.validate(settledSource, signal),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const graph = useQuery({
    queryKey: ['drawing', settledSource],
    queryFn: ({ signal }) => flowActions.draw(settledSource, signal),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const problems = validation.data?.[0]?.problems ?? [];
  return {
    remarks: problems.map(({ line, column, severity, message, hint }) => ({ line, column, severity, message: hint ? `${message}\n${hint}` : message })),
    settled: settledSource === source && !validation.isFetching,
    invalid: problems.some((problem) => problem.severity === 'ERROR'),
    graph: graph.data,
  };
}
