import { pageRoute } from '~/app/pageRoute';

export const pluginRoutes = [pageRoute('/plugins', () => import('./PluginList'), 'PluginList'), pageRoute('/plugins/$type', () => import('./PluginPage'), 'PluginPage')];
