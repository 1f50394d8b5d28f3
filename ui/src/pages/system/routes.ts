import { pageRoute } from '~/app/pageRoute';

export const systemRoutes = [
  pageRoute('/system', () => import('./SystemPage'), 'SystemPage'),
  pageRoute('/concurrency', () => import('./LimitPage'), 'LimitPage'),
];
