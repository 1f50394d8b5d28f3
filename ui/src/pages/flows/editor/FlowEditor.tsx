import { Alert, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { flowActions } from '~/api/flows';
import { pluginQueries } from '~/api/plugins';
import { useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { flowGraph, Graph } from '~/components/graph/Graph';
import { TypeText } from '~/components/TypeText';
import classes from './flowEditor.module.css';
import { Problems } from './Problems';
import { typeAt } from './typeAt';
import { useChecks, type Checks } from './useChecks';
import { words } from './words';

interface Props {
  source: string;
  onChange: (source: string) => void;
  onSave: () => void;
  onRun: () => void;
  /** Shown when the source is a draft that differs from what is stored. */
  onDiscard?: () => void;
}

/** The source of a flow: completed, checked and drawn while it is written. */
export function FlowEditor({ source, onChange, onSave, onRun, onDiscard }: Props) {
  const t = useTexts(words);
  const [line, setLine] = useState(1);
  const [{ editorPanel }, change] = useSettings();
  const schema = useQuery(pluginQueries.schema('flow'));
  const checks = useChecks(source);
  return (
    <div className={classes.editor}>
      {onDiscard && (
        <Alert py={6} radius={0} color="yellow" variant="light">
          <Group gap="md">
            <Text size="sm">{t.draft}</Text>
            <Button variant="subtle" size="compact-xs" onClick={onDiscard}>
              {t.discard}
            </Button>
          </Group>
        </Alert>
      )}
      <div className={classes.panels} data-single={editorPanel === 'code' || undefined}>
        <div className={classes.code}>
          <CodeEditor
            value={source}
            onChange={onChange}
            fileName="flow.yaml"
            label={t.source}
            schema={schema.data}
            remarks={checks.remarks}
            completions={async () => (await flowActions.completions(source)).categories}
            onLine={setLine}
            onSave={onSave}
            onRun={onRun}
          />
        </div>
        {editorPanel !== 'code' && <div className={classes.side}>{editorPanel === 'documentation' ? <Documentation type={typeAt(source, line)} /> : <Topology checks={checks} />}</div>}
      </div>
      <footer className={classes.status}>
        <Problems checks={checks} />
        <SegmentedControl
          aria-label={t.panel}
          value={editorPanel}
          onChange={(value) => change({ editorPanel: value })}
          data={[
            { value: 'code', label: t.codeOnly },
            { value: 'topology', label: t.topology },
            { value: 'documentation', label: t.documentation },
          ]}
        />
      </footer>
    </div>
  );
}

function Topology({ checks }: { checks: Checks }) {
  const t = useTexts(words);
  const data = useMemo(() => checks.graph && flowGraph(checks.graph), [checks.graph]);
  return data ? <Graph data={data} label={t.topology} /> : <p className={classes.hint}>{t.noTopology}</p>;
}

function Documentation({ type }: { type: string | undefined }) {
  const t = useTexts(words);
  return type ? <TypeText type={type} /> : <p className={classes.hint}>{t.noType}</p>;
}
