import { pageRoute } from '~/app/pageRoute';

export const logRoutes = [pageRoute('/logs', () => import('./LogPage'), 'LogPage')];
