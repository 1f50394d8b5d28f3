import { answer, api, form } from '~/api/client';
import { useTexts } from '~/app/texts';
import { tellError, tellSuccess } from '~/app/toasts';
import { words } from '~/app/words';
import { useAct } from './useAct';

/** Imports flows of a file that the person has chosen, and tells which ones could not be. */
export function useFlowImport(): (file: File | null) => void {
  const t = useTexts(words);
  const [act] = useAct();
  return (file) => {
    if (!file) return;
    const parts = new FormData();
    parts.append('fileUpload', file);
    void act(async () => {
      const failed = await answer(api.POST('/api/v1/main/flows/import', form(parts)));
      if (failed && failed.length > 0) tellError(t.flowsNotImported(failed));
      else tellSuccess(t.flowsImported);
    });
  };
}
