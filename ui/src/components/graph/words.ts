import { defineTexts } from '~/app/texts';

export const words = defineTexts(
  {
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    fit: 'Show all',
    turn: 'Turn',
    save: 'Save as a picture',
    saveSvg: 'As SVG',
    savePng: 'As PNG',
    unfold: (name: string) => `Show the flow that ${name} runs`,
    fold: (name: string) => `Hide the flow that ${name} runs`,
    breakpoint: 'Executions stop before it',
  },
  {
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fit: 'Tout montrer',
    turn: 'Tourner',
    save: 'Enregistrer l’image',
    saveSvg: 'En SVG',
    savePng: 'En PNG',
    unfold: (name: string) => `Montrer le flow que ${name} exécute`,
    fold: (name: string) => `Cacher le flow que ${name} exécute`,
    breakpoint: 'Les exécutions s’arrêtent avant elle',
  },
);
