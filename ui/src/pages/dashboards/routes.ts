import { pageRoute } from '~/app/pageRoute';

const editor = () => import('./DashboardEditor');

export const dashboardRoutes = [
  pageRoute('/dashboards/new', editor, 'DashboardEditor'),
  pageRoute('/dashboards/$id', () => import('./DashboardPage'), 'DashboardPage'),
  pageRoute('/dashboards/$id/edit', editor, 'DashboardEditor'),
];
