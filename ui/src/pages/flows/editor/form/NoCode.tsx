import { IconFileAlert } from '@tabler/icons-react';
import { useTexts } from '~/app/texts';
import { Empty } from '~/components/Empty';
import { pathText } from '../document/outline';
import { BenchContext, type Bench } from './bench';
import { ElementForm, FlowForm } from './ElementForm';
import classes from './form.module.css';
import { OutlineView } from './OutlineView';
import type { Editing } from './useEditing';
import { words } from './words';

/** A flow as forms: its parts, or the form of one of them. What is filled in stands in the source at once. */
export function NoCode({ bench, editing }: { bench: Bench | undefined; editing: Editing }) {
  const t = useTexts(words);
  if (!bench) return <Empty icon={IconFileAlert} title={t.unreadable} text={t.unreadableText} />;
  const { open } = editing;
  return (
    <BenchContext value={bench}>
      <div className={classes.forms}>
        {open === undefined && <OutlineView editing={editing} />}
        {open?.kind === 'flow' && <FlowForm editing={editing} />}
        {open !== undefined && open.kind !== 'flow' && <ElementForm key={pathText(open.path)} kind={open.kind} path={open.path} editing={editing} />}
      </div>
    </BenchContext>
  );
}
