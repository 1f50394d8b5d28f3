import { defineTexts } from '~/app/texts';

export const words = defineTexts({ average: 'average duration', nothing: 'Nothing in this time.' }, { average: 'durée moyenne', nothing: 'Rien sur cette période.' });
