import { Button, CopyButton } from '@mantine/core';
import { IconCopy, IconPencilPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { blueprintQueries } from '~/api/blueprints';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { Await } from '~/components/Empty';
import { Markdown } from '~/components/Markdown';
import { Panel } from '~/components/Panel';
import { DashboardPreview } from '~/pages/dashboards/DashboardPreview';
import classes from './blueprints.module.css';
import { words } from './words';

/** What a dashboard of the catalogue shows, with the data that is there. */
export function DashboardBlueprintPage() {
  const t = useTexts(words);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const blueprint = useQuery(blueprintQueries.one(id, 'dashboard'));
  const source = blueprint.data?.source ?? '';
  return (
    <Page
      title={blueprint.data?.title ?? id}
      crumbs={[{ name: t.blueprints, to: '/blueprints/dashboards' }]}
      actions={
        <>
          <CopyButton value={source}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={<IconCopy size={15} />} onClick={copy}>
                {copied ? t.copied : t.copy}
              </Button>
            )}
          </CopyButton>
          <Button component={Link} to="/dashboards/new" search={{ source } as never} leftSection={<IconPencilPlus size={15} />}>
            {t.use}
          </Button>
        </>
      }
    >
      <Await query={blueprint}>
        {(found) => (
          <div className={classes.stack}>
            <Markdown text={found.description} />
            <DashboardPreview source={found.source ?? ''} at={blueprint.dataUpdatedAt} label={t.preview} />
            <Panel title={t.source} flush>
              <CodeEditor key={found.id} value={found.source ?? ''} fileName="dashboard-blueprint.yaml" label={t.source} readOnly grow={200} />
            </Panel>
          </div>
        )}
      </Await>
    </Page>
  );
}
