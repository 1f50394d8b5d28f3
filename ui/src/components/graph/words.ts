import { defineTexts } from '~/app/texts';

export const words = defineTexts(
  { zoomIn: 'Larger', zoomOut: 'Smaller', fit: 'Show all', turn: 'Turn' },
  { zoomIn: 'Agrandir', zoomOut: 'Réduire', fit: 'Tout montrer', turn: 'Tourner' },
);
