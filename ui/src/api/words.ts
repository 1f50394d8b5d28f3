import { defineTexts } from '~/app/texts';

export const words = defineTexts(
  {
    unreachable: 'The server cannot be reached.',
    notLoaded: 'A part of the application could not be loaded.',
    notLoadedText: 'The server was away, or it was replaced by another version: reload the page.',
    mistake: 'The application made a mistake.',
    mistakeText: 'Reload the page. If it happens again, report it with what stands in the console of the browser.',
  },
  {
    unreachable: 'Le serveur est injoignable.',
    notLoaded: 'Une partie de l’application n’a pas pu être chargée.',
    notLoadedText: 'Le serveur était absent ou a changé de version : rechargez la page.',
    mistake: 'L’application a commis une erreur.',
    mistakeText: 'Rechargez la page. Si cela se reproduit, signalez-le avec ce que dit la console du navigateur.',
  },
);
