import { pageRoute } from '~/app/pageRoute';

export const homeRoutes = [pageRoute('/dashboards', () => import('./HomePage'), 'HomePage')];
