/** What `--aide` (or `--help`) prints, whatever the command: all of them, with their options. */
export const USAGE = `Usage\u00A0: npm run COMMANDE -- OPTIONS

  build                     le site et les PDF, entiers ou pas du tout
    --epreuve               une épreuve dans epreuve/, quoi qu’il reste à corriger
  check                     tous les problèmes des données et des textes, sans rien construire
    --rapport               dit en plus comment chaque fichier a été lu
    FICHIER                 juge un seul fichier, avant de le déposer
    FICHIER --csv           écrit en plus tous ses défauts dans un CSV
    --nettoyer FICHIER      en écrit une copie, avec les colonnes du schéma seulement
  figures                   tous les chiffres publiés
    MOT…                    ceux qui contiennent ces mots
    INDICATEUR CLE=VALEUR…  un chiffre, publié ou non
    --json, --sortie=FICHIER
    diff [ANCIEN [NOUVEAU]] les chiffres qui diffèrent\u202F; --markdown, --sortie=FICHIER
  publish-figures           écrit le figures.json de l’édition
  dev                       aperçu qui suit chaque changement\u202F; --port=4321
  preview                   sert le site construit\u202F; --port=4321
  pdf                       build, et un échec s’il n’y a pas de navigateur pour imprimer
  demo-data                 écrit de nouveau les données simulées
  dictionary                écrit les tableaux de data/README.md et les modèles
  references                refait les images et dessins de référence des tests
  fonts                     refait les polices réduites, depuis les paquets d’où elles viennent
  test                      style, types et comportement\u202F; -- FICHIER pour une partie
  bench                     mesure les temps\u202F; chiffres, donnees, site ou fuzz pour une partie

Codes de sortie\u00A0: 0 fait, 1 problèmes à corriger ou chiffres qui diffèrent (diff), 2 commande mal écrite.`;

/** True when the arguments of a command, or of a script that is none, ask what there is to ask. */
export const wantsHelp = (args: readonly string[]): boolean => args.some((arg) => arg === '--aide' || arg === '--help');

/** For scripts that are no commands: tells the usage and ends the process when it is asked for. */
export function helpFirst(): void {
  if (!wantsHelp(process.argv.slice(2))) return;
  process.stdout.write(`${USAGE}\n`);
  process.exit();
}
