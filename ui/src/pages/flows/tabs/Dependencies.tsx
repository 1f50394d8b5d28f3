import { SegmentedControl, Switch, TextInput } from '@mantine/core';
import { IconAffiliate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { flowQueries, type Flow } from '~/api/flows';
import { useTexts } from '~/app/texts';
import { Card } from '~/components/Card';
import { Await, Empty } from '~/components/Empty';
import type { GraphBox, GraphData } from '~/components/graph/data';
import { Graph } from '~/components/graph/Graph';
import { flowWords } from '../flowWords';

/** Flows that start this one or are started by it. */
export default function Dependencies({ flow }: { flow: Flow }) {
  const t = useTexts(flowWords);
  const navigate = useNavigate();
  const [all, setAll] = useState(false);
  const [look, setLook] = useState('graph');
  const [text, setText] = useState('');
  const dependencies = useQuery(flowQueries.dependencies({ namespace: flow.namespace, id: flow.id }, all));
  const data = useMemo(
    (): GraphData | undefined =>
      dependencies.data && {
        boxes: dependencies.data.nodes.map((node) => ({ id: node.uid, name: node.id, kind: node.namespace, look: 'flow', emphasized: node.id === flow.id && node.namespace === flow.namespace })),
        lines: dependencies.data.edges.map((edge) => ({ source: edge.source, target: edge.target, name: edge.relation === 'FLOW_TASK' ? t.byTask : t.byTrigger, dashed: edge.relation === 'FLOW_TRIGGER' })),
        groups: [],
      },
    [dependencies.data, flow.id, flow.namespace, t],
  );
  return (
    <>
      <div className="tools">
        <SegmentedControl
          value={look}
          onChange={setLook}
          data={[
            { value: 'graph', label: t.asGraph },
            { value: 'table', label: t.asTable },
          ]}
        />
        <Switch label={t.expandAll} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
        {look === 'table' && <TextInput aria-label={t.findFlow} placeholder={t.findFlow} value={text} onChange={(event) => setText(event.currentTarget.value)} />}
      </div>
      <Await query={{ ...dependencies, data }}>
        {(known) =>
          known.lines.length === 0 ? (
            <Empty icon={IconAffiliate} title={t.noDependencies} text={t.noDependenciesText} />
          ) : look === 'table' ? (
            <Rows data={known} text={text} />
          ) : (
            <div className="fill">
              <Graph data={known} label={t.dependencies} onChoose={(box) => void navigate({ to: '/flows/edit/$namespace/$id', params: { namespace: box.kind, id: box.name } })} />
            </div>
          )
        }
      </Await>
    </>
  );
}

/** Every relation as a row; both flows lead to their pages. */
function Rows({ data, text }: { data: GraphData; text: string }) {
  const t = useTexts(flowWords);
  const boxOf = (id: string) => data.boxes.find((box) => box.id === id);
  const wanted = text.trim().toLowerCase();
  const rows = data.lines.map((line) => ({ line, source: boxOf(line.source), target: boxOf(line.target) })).filter(({ source, target }) => [source, target].some((box) => `${box?.kind}.${box?.name}`.toLowerCase().includes(wanted)));
  return (
    <Card>
      <table className="rows">
        <thead>
          <tr>
            <th>{t.caller}</th>
            <th>{t.relation}</th>
            <th>{t.called}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, source, target }, index) => (
            <tr key={index}>
              <td>
                <FlowName box={source} />
              </td>
              <td>{line.name}</td>
              <td>
                <FlowName box={target} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function FlowName({ box }: { box: GraphBox | undefined }) {
  return (
    box && (
      <Link to="/flows/edit/$namespace/$id" params={{ namespace: box.kind, id: box.name }}>
        {box.kind}.{box.name}
      </Link>
    )
  );
}
