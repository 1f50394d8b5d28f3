import { pageRoute } from '~/app/pageRoute';

export const blueprintRoutes = [
  pageRoute('/blueprints', () => import('./BlueprintList'), 'BlueprintList'),
  pageRoute('/blueprints/dashboards', () => import('./BlueprintList'), 'DashboardBlueprintList'),
  pageRoute('/blueprints/dashboards/$id', () => import('./DashboardBlueprintPage'), 'DashboardBlueprintPage'),
  pageRoute('/blueprints/$id', () => import('./BlueprintPage'), 'BlueprintPage'),
];
