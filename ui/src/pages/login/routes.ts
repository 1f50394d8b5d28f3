import { pageRoute } from '~/app/pageRoute';

export const loginRoutes = [pageRoute('/setup', () => import('./SetUpPage'), 'SetUpPage')];
