import { Menu } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { dashboardQueries } from '~/api/dashboards';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { Overview } from '~/pages/home/Overview';
import { DashboardChooser } from './DashboardChooser';
import { Charts } from './DashboardPage';
import { usePlaceDashboard, type Place } from './place';
import { words } from './words';

/** What happens in a flow or a namespace: the usual dashboard, or the one that a person chose for it. */
export function PlaceDashboard({ place }: { place: Place }) {
  const { id } = usePlaceDashboard(place);
  return id ? <Custom key={id} id={id} place={place} /> : <Overview {...place} choice={<Chooser place={place} />} />;
}

function Custom({ id, place }: { id: string; place: Place }) {
  const dashboard = useQuery(dashboardQueries.one(id));
  const choice = <Chooser place={place} title={dashboard.data?.title ?? id} />;
  return (
    <>
      {dashboard.error && <div className="tools">{choice}</div>}
      <Await query={dashboard}>{(found) => <Charts dashboard={found} at={dashboard.dataUpdatedAt} place={place} choice={choice} />}</Await>
    </>
  );
}

function Chooser({ place, title }: { place: Place; title?: string }) {
  const t = useTexts(words);
  const { id, choose, chooseForAll, forAll } = usePlaceDashboard(place);
  return (
    <DashboardChooser title={title} onChoose={choose}>
      <Menu.Item leftSection={<IconChecks size={15} />} disabled={forAll} onClick={() => chooseForAll(id)}>
        {place.flowId ? t.forAllFlows : t.forAllNamespaces}
      </Menu.Item>
    </DashboardChooser>
  );
}
