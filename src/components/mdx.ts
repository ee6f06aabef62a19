import Bref from './Bref.astro';
import Carte from './Carte.astro';
import Chiffre from './Chiffre.astro';
import Constat from './Constat.astro';
import Definition from './Definition.astro';
import Encadre from './Encadre.astro';
import ErreurChapitre from './ErreurChapitre.astro';
import Graphique from './Graphique.astro';
import NombreLibre from './NombreLibre.astro';
import Note from './Note.astro';
import Publie from './Publie.astro';
import Tableau from './Tableau.astro';

/** What the tags of chapters are on the site. */
export const siteComponents = {
  Bref,
  Carte,
  Chiffre,
  Constat,
  Definition,
  Encadre,
  ErreurChapitre,
  Graphique,
  NombreLibre,
  Note,
  Publie,
  Tableau,
};
