import { defineTexts } from '~/app/texts';

export const words = defineTexts(
  { none: 'Nothing is asked for.', yes: 'true', no: 'false', undefined: 'not given', chooseFile: 'Choose a file…', days: 'd', hours: 'h', minutes: 'min', seconds: 's' },
  { none: 'Rien n’est demandé.', yes: 'vrai', no: 'faux', undefined: 'non donné', chooseFile: 'Choisir un fichier…', days: 'j', hours: 'h', minutes: 'min', seconds: 's' },
);
