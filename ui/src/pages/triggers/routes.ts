import { pageRoute } from '~/app/pageRoute';

export const triggerRoutes = [pageRoute('/triggers', () => import('./TriggerPage'), 'TriggerPage'), pageRoute('/admin/triggers', () => import('./TriggerPage'), 'TriggerPage')];
