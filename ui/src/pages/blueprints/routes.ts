import { pageRoute } from '~/app/pageRoute';

export const blueprintRoutes = [
  pageRoute('/blueprints', () => import('./BlueprintList'), 'BlueprintList'),
  pageRoute('/blueprints/$id', () => import('./BlueprintPage'), 'BlueprintPage'),
];
