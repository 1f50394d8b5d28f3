import { pageRoute } from '~/app/pageRoute';

export const settingsRoutes = [pageRoute('/settings', () => import('./SettingsPage'), 'SettingsPage')];
