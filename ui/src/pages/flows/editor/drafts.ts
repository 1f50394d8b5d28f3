import { Kept } from '~/app/settings';

/** Sources that were written and not saved, by `namespace/id`; the new flow has an empty name. */
export const drafts = new Kept<Record<string, string>>('legato.drafts', {});

export function keepDraft(name: string, source: string | undefined) {
  const others = Object.fromEntries(Object.entries(drafts.get()).filter(([key]) => key !== name));
  drafts.set(source === undefined ? others : { ...others, [name]: source });
}

/** Forgets a draft that is stored now; what was written meanwhile becomes the draft of `name`. */
export function draftSaved(name: string, saved: string, from = name) {
  const latest = drafts.get()[from];
  if (from !== name) keepDraft(from, undefined);
  keepDraft(name, latest === undefined || latest === saved ? undefined : latest);
}
