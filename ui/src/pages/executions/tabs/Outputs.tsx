import { Alert, Button, NavLink, TextInput } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '~/api/client';
import type { Execution } from '~/api/executions';
import { useTexts } from '~/app/texts';
import { Card } from '~/components/Card';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { Await, Empty } from '~/components/Empty';
import { pageWords } from '../pageWords';
import { Value } from '../Value';
import classes from './outputs.module.css';

type Output = Schemas['Output'];
const SHOWN = 300;

/** What the tasks of an execution gave, and expressions tried on it. */
export default function Outputs({ execution }: { execution: Execution }) {
  const t = useTexts(pageWords);
  const outputs = useQuery({
    queryKey: ['outputs', execution.id, execution.state.current],
    queryFn: () => answer(api.GET('/api/v1/main/outputs/{executionId}', { params: { path: { executionId: execution.id } } })),
    placeholderData: (before) => before,
  });
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const nameOf = (one: Output) => (one.value === undefined ? one.taskId : `${one.taskId} [${one.value}]`);
  return (
    <Await query={outputs}>
      {(known) => {
        const ofFlow = Object.keys(execution.outputs ?? {}).length > 0;
        if (known.length === 0 && !ofFlow) return <Empty icon={IconPackageExport} title={t.noOutputs} text={t.noOutputsText} />;
        const found = known.filter((one) => nameOf(one).toLowerCase().includes(text.toLowerCase()));
        const shown = known.find((one) => one.taskRunId === chosen) ?? (chosen === '' ? undefined : known[0]);
        return (
          <div className={classes.split}>
            <Card flush>
              <div className={classes.list}>
                <TextInput placeholder={t.search} aria-label={t.search} value={text} onChange={(event) => setText(event.currentTarget.value)} m={8} />
                {ofFlow && <NavLink component="button" label={t.flowOutputs} active={shown === undefined} onClick={() => setChosen('')} />}
                {found.slice(0, SHOWN).map((one) => (
                  <NavLink component="button" key={one.taskRunId} label={nameOf(one)} active={shown?.taskRunId === one.taskRunId} onClick={() => setChosen(one.taskRunId)} />
                ))}
                {found.length > SHOWN && <p className={classes.more}>+{(found.length - SHOWN).toLocaleString()}</p>}
              </div>
            </Card>
            <div className={classes.side}>
              <Card title={shown ? nameOf(shown) : t.flowOutputs}>{shown ? <OfTask execution={execution} output={shown} /> : <Value executionId={execution.id} value={execution.outputs} />}</Card>
              <Debugger key={shown?.taskRunId} execution={execution} taskRunId={shown?.taskRunId} />
            </div>
          </div>
        );
      }}
    </Await>
  );
}

function OfTask({ execution, output }: { execution: Execution; output: Output }) {
  const value = useQuery({
    queryKey: ['outputs', execution.id, output.taskRunId],
    queryFn: () => answer(api.GET('/api/v1/main/outputs/{executionId}/{taskRunId}', { params: { path: { executionId: execution.id, taskRunId: output.taskRunId } } })),
  });
  const plain = /^[A-Za-z_]\w*$/.test(output.taskId) ? `outputs.${output.taskId}` : `outputs['${output.taskId}']`;
  const expression = output.value === undefined ? plain : `${plain}['${output.value}']`;
  return <Await query={value}>{(known) => <Value executionId={execution.id} value={known} expression={expression} />}</Await>;
}

/** Evaluates an expression with the variables of a task run. */
function Debugger({ execution, taskRunId }: { execution: Execution; taskRunId: string | undefined }) {
  const t = useTexts(pageWords);
  const [expression, setExpression] = useState('{{ outputs }}');
  const [result, setResult] = useState<Schemas['Evaluation']>();
  const [failure, setFailure] = useState<string>();
  const evaluate = async () => {
    setFailure(undefined);
    const text = { body: expression as never, bodySerializer: () => expression, headers: { 'Content-Type': 'text/plain' } };
    try {
      setResult(
        await answer<Schemas['Evaluation']>(
          taskRunId
            ? api.POST('/api/v1/main/executions/{id}/eval/{taskRunId}', { params: { path: { id: execution.id, taskRunId } }, ...text })
            : api.POST('/api/v1/main/executions/{id}/eval', { params: { path: { id: execution.id } }, ...text }),
        ),
      );
    } catch (thrown) {
      setFailure(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  return (
    <Card title={t.debugger} action={<Button onClick={() => void evaluate()}>{t.evaluate}</Button>}>
      <div className={classes.expression}>
        <CodeEditor value={expression} onChange={setExpression} fileName="expression.yaml" label={t.expression} height={74} onRun={() => void evaluate()} onSave={() => void evaluate()} />
      </div>
      {(failure ?? result?.error) && (
        <Alert color="red" variant="light" mt="xs" py={8}>
          {failure ?? result?.error}
        </Alert>
      )}
      {result && !result.error && (
        <div className={classes.result} data-testid="evaluation">
          {result.value !== undefined && typeof result.value === 'object' ? <Value executionId={execution.id} value={result.value} /> : <pre className="code">{result.result}</pre>}
        </div>
      )}
    </Card>
  );
}
