import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Execution } from '~/api/executions';
import { flowQueries } from '~/api/flows';
import { useTexts } from '~/app/texts';
import { words } from './words';

/** The revision of the flow that is run; the same as before if none is chosen. */
export function RevisionSelect({ execution, value, onChange }: { execution: Execution; value: string | null; onChange: (value: string | null) => void }) {
  const t = useTexts(words);
  const revisions = useQuery(flowQueries.revisions({ namespace: execution.namespace, id: execution.flowId }));
  const data = [...(revisions.data ?? [])].reverse().map((one) => String(one.revision)).filter((one) => one !== String(execution.flowRevision));
  return <Select label={t.revision} placeholder={`${t.sameRevision} (${execution.flowRevision})`} data={data} value={value} onChange={onChange} clearable />;
}
