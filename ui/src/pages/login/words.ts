import { defineTexts } from '~/app/texts';

export const words = defineTexts(
  {
    title: 'Sign in',
    text: 'This Legato wants to know who you are.',
    name: 'Name',
    password: 'Password',
    go: 'Sign in',
    wrong: 'Name or password are wrong.',
    signOut: 'Sign out',
  },
  {
    title: 'Se connecter',
    text: 'Ce Legato veut savoir qui vous êtes.',
    name: 'Nom',
    password: 'Mot de passe',
    go: 'Se connecter',
    wrong: 'Nom ou mot de passe incorrect.',
    signOut: 'Se déconnecter',
  },
);
