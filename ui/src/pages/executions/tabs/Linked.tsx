import { IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { executionQueries, type Execution } from '~/api/executions';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Card } from '~/components/Card';
import { Duration } from '~/components/Duration';
import { Await, Empty } from '~/components/Empty';
import { StateBadge } from '~/components/StateBadge';
import { isTerminal } from '~/components/states';
import { callerOf, relationOf } from '../linked';
import { pageWords } from '../pageWords';
import { words } from '../words';

/** What started this execution, what it started, its replays and retries, and all else that the same event has led to. */
export default function Linked({ execution }: { execution: Execution }) {
  const t = useTexts(pageWords);
  const linked = useQuery({ ...executionQueries.linked(execution, callerOf(execution)), refetchInterval: isTerminal(execution.state.current) ? false : 10_000 });
  return (
    <Await query={linked}>
      {(found) => (found.length === 0 ? <Empty icon={IconLink} title={t.noLinked} text={t.noLinkedText} /> : <LinkedTable execution={execution} found={found} />)}
    </Await>
  );
}

function LinkedTable({ execution, found }: { execution: Execution; found: Execution[] }) {
  const t = useTexts(pageWords);
  const w = useTexts(words);
  const formats = useFormats();
  return (
    <Card flush>
      <table className="rows" aria-label={t.linked}>
        <thead>
          <tr>
            {[t.relation, w.id, w.namespace, w.state, w.start, w.duration].map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((other) => (
            <tr key={other.id}>
              <td>{t.relations[relationOf(execution, other)]}</td>
              <td>
                <Link className="mono" to="/executions/$namespace/$flowId/$id" params={{ namespace: other.namespace, flowId: other.flowId, id: other.id }} title={other.id}>
                  {other.flowId} · {other.id.slice(0, 10)}
                </Link>
              </td>
              <td className="quiet">{other.namespace}</td>
              <td>
                <StateBadge state={other.state.current} />
              </td>
              <td>{formats.dateTime(other.state.startDate)}</td>
              <td>
                <Duration start={other.state.startDate} end={other.state.endDate} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
