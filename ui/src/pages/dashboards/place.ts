import type { Filter } from '~/api/filters';
import { settings, useSettings } from '~/app/settings';

/** A flow, or a namespace with those in it, whose overview shows a dashboard. */
export interface Place {
  namespace: string;
  flowId?: string;
}

/** The conditions that hold for everything in a place. */
export function conditionsOf({ namespace, flowId }: Partial<Place>): Filter[] {
  return [
    ...(namespace ? [{ field: 'namespace', comparator: flowId ? 'EQUALS' : 'PREFIX', values: [namespace] } as Filter] : []),
    ...(flowId ? [{ field: 'flowId', comparator: 'EQUALS', values: [flowId] } as Filter] : []),
  ];
}

type Choices = Record<string, string>;

const keyOf = ({ namespace, flowId }: Place): string => (flowId ? `flow:${namespace}/${flowId}` : `namespace:${namespace}`);
const keyOfAll = ({ flowId }: Place): string => (flowId ? 'flows' : 'namespaces');

/** The dashboard of a place: its own, else that of all such places; empty is the usual one. */
export function chosenIn(choices: Choices, place: Place): string {
  return choices[keyOf(place)] ?? choices[keyOfAll(place)] ?? '';
}

/** Another dashboard for one place. What all such places have is not kept a second time. */
export function choosing(choices: Choices, place: Place, id: string): Choices {
  const others = Object.fromEntries(Object.entries(choices).filter(([key]) => key !== keyOf(place)));
  return chosenIn(others, place) === id ? others : { ...others, [keyOf(place)]: id };
}

/** The dashboard of all flows or all namespaces, whatever was chosen for single ones before. */
export function choosingForAll(choices: Choices, place: Place, id: string): Choices {
  const own = `${keyOf(place).split(':')[0]}:`;
  const others = Object.entries(choices).filter(([key]) => !key.startsWith(own) && key !== keyOfAll(place));
  return Object.fromEntries(id ? [...others, [keyOfAll(place), id]] : others);
}

export function usePlaceDashboard(place: Place) {
  const [{ placeDashboards }, change] = useSettings();
  return {
    id: chosenIn(placeDashboards, place),
    choose: (id: string) => change({ placeDashboards: choosing(placeDashboards, place, id) }),
    chooseForAll: (id: string) => change({ placeDashboards: choosingForAll(placeDashboards, place, id) }),
    /** Whether all such places show the same as this one. */
    forAll: Object.keys(placeDashboards).every((key) => !key.startsWith(`${keyOf(place).split(':')[0]}:`)),
  };
}

/** A dashboard that is gone is shown nowhere any more. */
export function forgetDashboard(id: string): void {
  const { homeDashboard, placeDashboards, ...others } = settings.get();
  settings.set({
    ...others,
    homeDashboard: homeDashboard === id ? '' : homeDashboard,
    placeDashboards: Object.fromEntries(Object.entries(placeDashboards).filter(([, chosen]) => chosen !== id)),
  });
}
