import { pageRoute } from '~/app/pageRoute';

export const welcomeRoutes = [pageRoute('/tour', () => import('./Tour'), 'Tour'), pageRoute('/welcome', () => import('./WelcomePage'), 'WelcomePage')];
