import { useQuery } from '@tanstack/react-query';
import { pluginQueries } from '~/api/plugins';
import { Await } from './Empty';
import { Markdown } from './Markdown';

/** The documentation of a task, trigger or other type. */
export function TypeText({ type }: { type: string }) {
  const documentation = useQuery(pluginQueries.type(type));
  return (
    <div style={{ padding: '14px 18px' }}>
      <Await query={documentation}>{({ markdown }) => <Markdown text={markdown} />}</Await>
    </div>
  );
}
