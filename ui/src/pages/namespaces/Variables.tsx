import { IconVariable } from '@tabler/icons-react';
import { useTexts } from '~/app/texts';
import { Empty } from '~/components/Empty';
import { Facts, Panel } from '~/components/Panel';
import { words } from './words';

/** The variables that the configuration gives to a namespace. */
export function Variables({ variables }: { variables: Record<string, unknown> }) {
  const t = useTexts(words);
  const entries = Object.entries(variables);
  if (entries.length === 0) return <Empty icon={IconVariable} title={t.noVariables} text={t.noVariablesText} />;
  return (
    <Panel title={t.tabs.variables}>
      <Facts facts={entries.map(([name, value]) => [<code key={name} className="mono">{name}</code>, typeof value === 'string' ? value : JSON.stringify(value)])} />
    </Panel>
  );
}
