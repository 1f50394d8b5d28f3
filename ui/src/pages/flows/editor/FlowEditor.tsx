import { ActionIcon, Alert, Button, Group, SegmentedControl, Text, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { flowActions } from '~/api/flows';
import { pluginQueries } from '~/api/plugins';
import { useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { RunDialog } from '../../run/RunDialog';
import { lineOf } from './document/edit';
import { Shapes, type Schema } from './document/shape';
import classes from './flowEditor.module.css';
import { useBench } from './form/bench';
import { TypePicker } from './form/TypePicker';
import { useEditing, type Open } from './form/useEditing';
import { usePlayground } from './playground/usePlayground';
import { Problems } from './Problems';
import { SidePanel, type PanelName } from './SidePanel';
import { Splitter } from './Splitter';
import { typeAt } from './typeAt';
import { useChecks } from './useChecks';
import { words } from './words';

interface Props {
  source: string;
  onChange: (source: string) => void;
  onSave: () => void;
  /** Saves what is not saved yet, for the playground; absent for a flow that was never stored. */
  store?: () => Promise<boolean>;
  onRun: () => void;
  /** Shown when the source is a draft that differs from what is stored. */
  onDiscard?: () => void;
  /** Whether the flow is stored: its name cannot change any more. */
  stored?: boolean;
}

/** The source of a flow: completed, checked and drawn while it is written, and filled in by forms. */
export function FlowEditor({ source, onChange, onSave, store, onRun, onDiscard, stored = false }: Props) {
  const t = useTexts(words);
  const [line, setLine] = useState(1);
  const [unfolded, setUnfolded] = useState<string[]>([]);
  const [settings, change] = useSettings();
  const panel = settings.editorPanel as PanelName;
  const alone = settings.editorAlone && panel !== 'code';
  const schema = useQuery(pluginQueries.schema('flow'));
  const shapes = useMemo(() => (schema.data ? new Shapes(schema.data as Schema) : undefined), [schema.data]);
  const checks = useChecks(source, unfolded);
  const bench = useBench(source, onChange, checks.remarks, shapes, stored);
  const editing = useEditing(bench);
  const playground = usePlayground(source, bench, store);
  const playing = panel === 'playground' && playground.possible;
  const marks = useMemo(() => (playing ? [...playground.lines].map(([task, at]) => ({ line: at, text: t.tryTask(task) })) : []), [playing, playground.lines, t]);
  const code = (
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
        line={lineOfForm(source, editing.open)}
        onSave={onSave}
        onRun={onRun}
        marks={marks}
        onMark={playing ? playground.playAt : undefined}
      />
    </div>
  );
  const side = panel !== 'code' && (
    <div className={classes.side} data-flush={panel === 'files' || undefined}>
      <SidePanel
        panel={panel}
        source={source}
        type={typeAt(source, line)}
        checks={checks}
        bench={bench}
        editing={editing}
        unfolded={unfolded}
        onUnfold={setUnfolded}
        onReplace={onChange}
        playground={playground}
      />
    </div>
  );
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
      {alone ? <div className={classes.alone}>{side}</div> : <Splitter share={settings.editorSplit} onShare={(editorSplit) => change({ editorSplit })} label={t.resize} first={code} second={side || undefined} />}
      <footer className={classes.status}>
        <Problems checks={checks} />
        <Group gap={8} wrap="nowrap">
          {panel !== 'code' && (
            <Tooltip label={alone ? t.showSource : t.hideSource}>
              <ActionIcon size="sm" aria-label={alone ? t.showSource : t.hideSource} onClick={() => change({ editorAlone: !settings.editorAlone })}>
                {alone ? <IconLayoutSidebarLeftExpand size={16} /> : <IconLayoutSidebarLeftCollapse size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
          <SegmentedControl
            aria-label={t.panel}
            value={panel}
            onChange={(value) => change({ editorPanel: value })}
            data={[
              { value: 'code', label: t.codeOnly },
              { value: 'topology', label: t.topology },
              { value: 'forms', label: t.noCode },
              { value: 'documentation', label: t.documentation },
              { value: 'files', label: t.files },
              { value: 'playground', label: t.playground },
              { value: 'blueprints', label: t.blueprints },
            ]}
          />
        </Group>
      </footer>
      {playground.asking && <RunDialog flow={playground.flow} fixed={playground.asking.search} onStarted={playground.asking.begun} onClose={playground.asking.cancel} />}
      {editing.adding && <TypePicker kind={editing.adding.kind} onPick={editing.choose} onClose={editing.cancel} />}
    </div>
  );
}

/** The line of what a form is open for, so that the source shows it, too. */
function lineOfForm(source: string, open: Open | undefined): number | undefined {
  return open === undefined || open.kind === 'flow' ? undefined : lineOf(source, open.path);
}
