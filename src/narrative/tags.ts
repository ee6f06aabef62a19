import { DIMENSION_IDS } from '../figures/dimension.ts';
import { FORMATS } from './wording.ts';

/** How an attribute of a tag is written: what an editor may put there. */
export interface AttributeSpec {
  readonly required: boolean;
  /** In French, for messages and for the editor's completion. */
  readonly description: string;
  /** Closed list of values, when there is one. */
  readonly values?: readonly string[];
}

export interface TagSpec {
  readonly name: string;
  readonly description: string;
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** Whether something stands between the opening and the closing tag. */
  readonly content: boolean;
  /** True when that may be left out. */
  readonly mayBeEmpty?: boolean;
  /** True for a tag that only the home page knows how to place. */
  readonly homeOnly?: boolean;
}

const required = (description: string, values?: readonly string[]): AttributeSpec => ({
  required: true,
  description,
  ...(values ? { values } : {}),
});
const optional = (description: string, values?: readonly string[]): AttributeSpec => ({
  required: false,
  description,
  ...(values ? { values } : {}),
});

/** Attributes that choose a slice; the year of the edition when none is given. */
const SLICE: Readonly<Record<string, AttributeSpec>> = {
  annee: optional('Année, ou « cumul » depuis le début du plan. Par défaut, l’année de l’édition.'),
  mois: optional('Mois, sous la forme 2024-03, à la place de l’année.'),
  ...Object.fromEntries(DIMENSION_IDS.map((id) => [id, optional(`Une valeur de la dimension « ${id} ».`)])),
};

/** Attributes that choose how a figure is written. */
const WORDING: Readonly<Record<string, AttributeSpec>> = {
  nom: optional('Nom à accorder avec le nombre, au singulier\u00A0: « entrée ».'),
  pluriel: optional('Pluriel du nom, quand il n’est pas régulier.'),
  genre: optional('Genre du nom, pour « une » et « première »\u00A0: m ou f.', ['m', 'f']),
  'en-lettres': optional('Écrit en lettres un petit nombre, avec une majuscule\u00A0; « minuscule » dans la phrase.', [
    'true',
    'majuscule',
    'minuscule',
  ]),
  format: optional('Forme du nombre. Par défaut, celle de l’indicateur.', FORMATS),
  decimales: optional('Nombre de décimales d’un taux, de points ou d’un multiple.', ['0', '1', '2']),
  signe: optional('Avec ou sans signe. Par défaut, avec pour une évolution.', ['avec', 'sans']),
  repli: optional('Texte sans nombre, si le chiffre n’a pas de valeur à montrer.'),
};

/** The tags an editor may write: the single source of messages, guide and completion. */
export const TAGS: readonly TagSpec[] = [
  {
    name: 'Chiffre',
    description: 'Un chiffre calculé par le bilan.',
    attributes: { de: required('Identifiant de l’indicateur, comme « entrees ».'), ...SLICE, ...WORDING },
    content: false,
  },
  {
    name: 'Constat',
    description: 'Des mots sur un chiffre, vérifiés à chaque construction.',
    attributes: {
      de: required('Identifiant de l’indicateur, comme « entrees ».'),
      est: required('Ce qu’on en dit\u00A0: « plus de 90 % », « en hausse », « le plus élevé des bassins ».'),
      depuis: optional('Année à laquelle on compare. Par défaut, l’année d’avant.'),
      par: optional('Dimension dans laquelle on classe, comme « bassin ».', DIMENSION_IDS),
      ...SLICE,
    },
    content: true,
    mayBeEmpty: true,
  },
  {
    name: 'Publie',
    description: 'Un chiffre publié ailleurs, avec sa source.',
    attributes: { ref: required('Référence dans data/publies.csv.') },
    content: false,
  },
  {
    name: 'NombreLibre',
    description: 'Un nombre qui ne vient ni des données ni d’une source, avec la raison.',
    attributes: { raison: required('Pourquoi ce nombre peut être tapé\u00A0: « durée prévue par la loi ».') },
    content: true,
  },
  {
    name: 'Graphique',
    description: 'Un graphique du catalogue.',
    attributes: {
      nom: required('Nom du graphique, comme « entrees-par-mois ».'),
      titre: required('Titre\u00A0: ce que le graphique montre.'),
      bassin: optional('Bassin, pour un graphique qui en accepte un.'),
      lecture: optional('Phrase de lecture, à la place de celle que les chiffres donnent.'),
    },
    content: false,
  },
  {
    name: 'Carte',
    description:
      'La carte de la région et de ses bassins. L’indicateur fait la forme\u00A0: cercles pour un nombre, barre pour des parts, dégradé pour un taux ou une évolution.',
    attributes: {
      titre: required('Titre\u00A0: ce que la carte montre.'),
      de: optional('Indicateur porté sur la carte. Par défaut, « entrees ».'),
      annee: optional('Année. Par défaut, celle de l’édition.'),
    },
    content: false,
  },
  {
    name: 'Tableau',
    description: 'Un tableau du catalogue.',
    attributes: { nom: required('Nom du tableau, comme « bassins ».'), titre: required('Titre du tableau.') },
    content: false,
  },
  {
    name: 'Encadre',
    description: 'Un encadré.',
    attributes: {
      genre: required('Genre de l’encadré.', ['retenir', 'methode', 'definition', 'temoignage']),
      titre: optional('Titre\u00A0; par défaut, celui du genre.'),
    },
    content: true,
  },
  {
    name: 'Bref',
    description: 'Un acquis ou une réserve, sur la page d’accueil.',
    attributes: {
      etiquette: required('Ce que c’est\u00A0: « Premier acquis ».'),
      titre: required('Titre, sans nombre.'),
    },
    content: true,
    homeOnly: true,
  },
  {
    name: 'Note',
    description: 'Une note de marge.',
    attributes: { titre: optional('Premiers mots de la note, en gras.') },
    content: true,
  },
  {
    name: 'Definition',
    description: 'La définition d’un indicateur, en marge.',
    attributes: { de: required('Identifiant de l’indicateur.') },
    content: false,
  },
];

export const findTag = (name: string): TagSpec | undefined => TAGS.find((tag) => tag.name === name);
