import { lazy, Suspense } from 'react';
import { IconFiles } from '@tabler/icons-react';
import { useTexts } from '~/app/texts';
import { Empty, Loading } from '~/components/Empty';
import { TypeText } from '~/components/TypeText';
import classes from './flowEditor.module.css';
import type { Bench } from './form/bench';
import { NoCode } from './form/NoCode';
import type { Editing } from './form/useEditing';
import { PlaygroundPanel } from './playground/PlaygroundPanel';
import type { Playground } from './playground/usePlayground';
import { TopologyPanel } from './TopologyPanel';
import type { Checks } from './useChecks';
import { words } from './words';

const Files = lazy(() => import('~/pages/namespaces/files/FilePanel').then((module) => ({ default: module.FilePanel })));
const Blueprints = lazy(() => import('./BlueprintPanel').then((module) => ({ default: module.BlueprintPanel })));

export type PanelName = 'code' | 'topology' | 'forms' | 'documentation' | 'files' | 'blueprints' | 'playground';

interface Props {
  panel: PanelName;
  source: string;
  /** The type of what the cursor stands in. */
  type: string | undefined;
  checks: Checks;
  bench: Bench | undefined;
  editing: Editing;
  unfolded: string[];
  onUnfold: (unfolded: string[]) => void;
  onReplace: (source: string) => void;
  playground: Playground;
}

/** What stands beside the source of a flow. */
export function SidePanel({ panel, source, type, checks, bench, editing, unfolded, onUnfold, onReplace, playground }: Props) {
  const t = useTexts(words);
  switch (panel) {
    case 'forms':
      return <NoCode bench={bench} editing={editing} />;
    case 'documentation':
      return type ? <TypeText type={type} /> : <p className={classes.hint}>{t.noType}</p>;
    case 'files': {
      const namespace = bench?.outline.namespace;
      return namespace ? (
        <Suspense fallback={<Loading />}>
          <Files key={namespace} namespace={namespace} />
        </Suspense>
      ) : (
        <Empty icon={IconFiles} title={t.files} text={t.noNamespace} />
      );
    }
    case 'blueprints':
      return (
        <Suspense fallback={<Loading />}>
          <Blueprints source={source} onReplace={onReplace} />
        </Suspense>
      );
    case 'playground':
      return <PlaygroundPanel playground={playground} />;
    default:
      return <TopologyPanel checks={checks} bench={bench} editing={editing} unfolded={unfolded} onUnfold={onUnfold} />;
  }
}
