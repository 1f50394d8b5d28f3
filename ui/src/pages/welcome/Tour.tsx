import { Button, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, form } from '~/api/client';
import { Failure } from '~/api/failure';
import { flowActions } from '~/api/flows';
import { useLiveExecution } from '~/api/live';
import { Page } from '~/app/Page';
import { settings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { flowGraph, Graph } from '~/components/graph/Graph';
import { LevelMark } from '~/components/LevelMark';
import { Panel } from '~/components/Panel';
import { StateBadge } from '~/components/StateBadge';
import { isTerminal } from '~/components/states';
import { useAct } from '~/components/useAct';
import { useLogs } from '~/pages/executions/useLogs';
import { CopyableCode } from '~/pages/plugins/CopyableCode';
import { firstFlows, NAMESPACE, type FirstFlow } from './firstFlows';
import classes from './welcome.module.css';
import { words } from './words';

const STEPS = 5;

/** From nothing to a flow that has run, in five steps. */
export function Tour() {
  const t = useTexts(words);
  const navigate = useNavigate();
  const [step, setStep] = useState(1);
  const [flow, setFlow] = useState<FirstFlow>(firstFlows[0] as FirstFlow);
  const [execution, setExecution] = useState<string>();
  const leave = () => {
    settings.set({ ...settings.get(), tourDone: true });
    void navigate({ to: '/' });
  };
  return (
    <Page title={t.title} actions={<Text size="sm" c="var(--quiet)">{t.step(step, STEPS)}</Text>}>
      <div className={classes.tour}>
        <div className={classes.steps} aria-hidden>
          {Array.from({ length: STEPS }, (_, index) => (
            <i key={index} data-done={index < step || undefined} />
          ))}
        </div>
        {step === 1 && <Choice chosen={flow} choose={setFlow} />}
        {step === 2 && <Source flow={flow} />}
        {step === 3 && <Drawing flow={flow} />}
        {step === 4 && (
          <Start
            flow={flow}
            started={(id) => {
              setExecution(id);
              setStep(5);
            }}
          />
        )}
        {step === 5 && execution && <Result flow={flow} id={execution} />}
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" onClick={leave}>
            {t.skip}
          </Button>
          {step > 1 && step < 5 && (
            <Button variant="default" onClick={() => setStep(step - 1)}>
              {t.back}
            </Button>
          )}
          {step < 4 && <Button onClick={() => setStep(step + 1)}>{t.next}</Button>}
        </div>
      </div>
    </Page>
  );
}

function Choice({ chosen, choose }: { chosen: FirstFlow; choose: (flow: FirstFlow) => void }) {
  const t = useTexts(words);
  return (
    <>
      <h2>{t.choose}</h2>
      <p>{t.chooseText}</p>
      <div className={classes.choices}>
        {firstFlows.map((flow) => (
          <button key={flow.key} type="button" className={classes.way} data-chosen={flow === chosen || undefined} aria-pressed={flow === chosen} onClick={() => choose(flow)}>
            <span>
              <b>{t.flows[flow.key].name}</b>
              <span>{t.flows[flow.key].text}</span>
            </span>
          </button>
        ))}
      </div>
    </>
  );
}

function Source({ flow }: { flow: FirstFlow }) {
  const t = useTexts(words);
  return (
    <>
      <h2>{t.source}</h2>
      <p>{t.sourceText}</p>
      <CopyableCode code={flow.source} />
    </>
  );
}

function Drawing({ flow }: { flow: FirstFlow }) {
  const t = useTexts(words);
  const graph = useQuery({ queryKey: ['tour', 'graph', flow.key], queryFn: () => flowActions.draw(flow.source) });
  return (
    <>
      <h2>{t.drawing}</h2>
      <p>{t.drawingText}</p>
      <div className={classes.drawing}>
        <Await query={graph}>{(found) => <Graph data={flowGraph(found)} label={t.drawing} />}</Await>
      </div>
    </>
  );
}

/** Saves a flow, whether it is there or not. */
async function save(flow: FirstFlow) {
  try {
    await flowActions.create(flow.source);
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.status !== 422) throw thrown;
    await flowActions.update({ namespace: NAMESPACE, id: flow.id }, flow.source);
  }
}

function Start({ flow, started }: { flow: FirstFlow; started: (id: string) => void }) {
  const t = useTexts(words);
  const [act, busy] = useAct();
  const [name, setName] = useState('world');
  const go = async () => {
    const execution = await act(async () => {
      await save(flow);
      const parts = new FormData();
      parts.append('name', name);
      return answer(api.POST('/api/v1/main/executions/{namespace}/{flowId}', { params: { path: { namespace: NAMESPACE, flowId: flow.id } }, ...form(parts) } as never));
    });
    if (execution) started((execution as { id: string }).id);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <h2>{t.run}</h2>
      <p>{t.runText}</p>
      <TextInput label={t.input} size="sm" maw={320} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit" mt="md" size="sm" loading={busy}>
        {t.go}
      </Button>
    </form>
  );
}

function Result({ flow, id }: { flow: FirstFlow; id: string }) {
  const t = useTexts(words);
  const { execution } = useLiveExecution(id);
  const lines = useLogs(id, {});
  const state = execution?.state.current;
  const ended = state !== undefined && isTerminal(state);
  return (
    <>
      <h2>
        {ended ? t.ended : t.done} {state && <StateBadge state={state} size="md" />}
      </h2>
      <p>{t.doneText}</p>
      <Panel title={t.log} flush>
        <div className={classes.lines}>
          {lines.map((line, index) => (
            <div key={index}>
              <LevelMark level={line.level} /> {line.message}
            </div>
          ))}
        </div>
      </Panel>
      <div style={{ display: 'flex', gap: 8, marginTop: 16 }}>
        <Button component={Link} to={`/executions/${NAMESPACE}/${flow.id}/${id}`}>
          {t.open}
        </Button>
        <Button variant="default" component={Link} to={`/flows/edit/${NAMESPACE}/${flow.id}/edit`}>
          {t.edit}
        </Button>
        <Button variant="default" component={Link} to="/blueprints">
          {t.more}
        </Button>
      </div>
    </>
  );
}
