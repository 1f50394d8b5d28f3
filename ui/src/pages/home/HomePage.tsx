import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { flowQueries } from '~/api/flows';
import { Page } from '~/app/Page';
import { first, type Search } from '~/app/search';
import { useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { DashboardChooser } from '~/pages/dashboards/DashboardChooser';
import { Welcome } from '~/pages/welcome/Welcome';
import { Overview } from './Overview';
import { words } from './words';

/** What happens now and happened lately; a welcome as long as there is no flow. */
export function HomePage() {
  const t = useTexts(words);
  const flows = useQuery(flowQueries.search({ size: '1' }));
  const [{ homeDashboard }] = useSettings();
  const usual = first((useSearch({ strict: false }) as Search).usual) !== undefined;
  const empty = flows.data?.total === 0;
  // a person can choose another dashboard to be shown first
  if (homeDashboard && !usual) return <Navigate to="/dashboards/$id" params={{ id: homeDashboard }} replace />;
  return (
    <Page
      title={t.home}
      actions={
        !empty && (
          <>
            <DashboardChooser />
            <Button component={Link} to="/flows/new" leftSection={<IconPlus size={15} />}>
              {t.newFlow}
            </Button>
          </>
        )
      }
    >
      <Await query={flows}>{(found) => (found.total === 0 ? <Welcome /> : <Overview />)}</Await>
    </Page>
  );
}
