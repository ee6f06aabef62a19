import { gzipSync } from 'node:zlib';

/** Columns of a file of entries, and a row that has nothing wrong. */
const ROW = {
  id_parcours: 'hdf-0001',
  date_entree: '2024-01-08',
  date_sortie: '2024-06-28',
  motif_sortie: 'achevement',
  situation: 'emploi_durable',
  date_observation: '2024-12-30',
  source_situation: 'enquete',
  code_commune: '59350',
  code_formation: 'tp-tmi',
  secteur: 'industrie',
  financeur: 'region',
  voie: 'professionnelle',
  sexe: 'F',
  tranche_age: '26_35',
  niveau_entree: '4',
  taille_entreprise: 'pme',
} as const;
type Cells = Partial<Record<keyof typeof ROW, string>>;

const names = Object.keys(ROW) as (keyof typeof ROW)[];
const header = names.join(';');
const row = (cells: Cells = {}): string => names.map((name) => cells[name] ?? ROW[name]).join(';');
/** A file of entries: one sound row, then rows with these cells. */
const entries = (...rows: readonly Cells[]): string =>
  `${[header, row(), ...rows.map((cells, index) => row({ id_parcours: `hdf-100${index}`, ...cells }))].join('\n')}\n`;
const oneEntry = (cells: Cells): Files => ({ '2024.csv': entries(cells) });
const synonym = entries({ motif_sortie: 'Achevée' });
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const places = (...rows: readonly string[]): Files => ({
  'places.csv': `${['annee;code_formation;bassin;places', '2024;tp-tmi;lens;120', ...rows].join('\n')}\n`,
});
/** The same file with one more column. */
const withColumn = (name: string, cell: string, rows: readonly Cells[] = []): string =>
  entries(...rows)
    .split('\n')
    .map((line, index) => (line === '' ? line : `${line};${index === 0 ? name : cell}`))
    .join('\n');

/** The same file without its last column. */
const withoutLast = (text: string): string => text.replaceAll(/;[^;\n]*$/gm, '');

type Files = Readonly<Record<string, string | Buffer>>;

/** Every trap, by the name of its folder under `fixtures/`: what a French system may hand over, byte for byte. */
export const FIXTURES: Readonly<Record<string, Files>> = {
  'lu-utf8': { '2024.csv': synonym },
  'lu-utf8-avec-bom': { '2024.csv': `\uFEFF${synonym}` },
  'lu-utf16-le': { '2024.csv': utf16(synonym.replaceAll(';', '\t')) },
  'lu-utf16-be': { '2024.csv': utf16(synonym).swap16() },
  'lu-windows-1252': { '2024.csv': latin1(synonym) },
  'lu-fins-de-ligne-crlf': { '2024.csv': synonym.replaceAll('\n', '\r\n') },
  'lu-fins-de-ligne-cr': { '2024.csv': synonym.replaceAll('\n', '\r') },
  'lu-virgules': { '2024.csv': synonym.replaceAll(';', ',') },
  'lu-barres': { '2024.csv': synonym.replaceAll(';', '|') },
  'lu-ligne-sep': { '2024.csv': `sep=;\n${synonym}` },
  'lu-ligne-sep-contraire': { '2024.csv': `sep=;\n${synonym.replaceAll(';', ',')}` },
  'lu-guillemets': { '2024.csv': synonym.replaceAll('industrie', '"industrie"').replace('tp-tmi', '"tp-tmi"') },
  'lu-lignes-vides': { '2024.csv': `${synonym.replaceAll('\n', '\n\n')}${';'.repeat(names.length - 1)}\n` },
  'lu-espaces': { '2024.csv': synonym.replaceAll(';', ' ; ') },
  'lu-en-tete-en-mots': {
    '2024.csv': synonym
      .replace(header, header.toUpperCase().replaceAll('_', ' '))
      .replace('DATE ENTREE', "Date d'entrée"),
  },
  'lu-dates': oneEntry({
    date_entree: '08/01/2024',
    date_sortie: '28-06-2024 00:00',
    date_observation: '2024-12-30T00:00:00',
  }),
  'lu-dates-sap': oneEntry({
    date_entree: '08.01.2024',
    date_sortie: '2024-06-28T00:00:00+02:00',
    date_observation: '30‑12‑2024 0:00',
  }),
  'lu-dates-excel': oneEntry({ date_entree: '45299', date_sortie: '45471', date_observation: '45656' }),
  'lu-zeros-perdus': oneEntry({ code_commune: '2408' }),
  'lu-synonymes': { '2024.csv': entries({ motif_sortie: 'ACHEVEMENT' }, { motif_sortie: 'Achevée', sexe: 'Femme' }) },
  'lu-abandon-pour-emploi': oneEntry({
    motif_sortie: 'abandon pour emploi',
    situation: '',
    date_observation: '',
    source_situation: '',
  }),
  'lu-nombres': {
    'publies.csv':
      'ref;indicateur;tranche;valeur;unite;precision;citation;source;url;date;explication\n' +
      'taux;;;89,4 %;%;exact;"un taux de ""89,4 %""\nsur deux lignes";Région;https://exemple.fr;2025-09;\n' +
      'montant;;;80\u202F000\u00A0000 €;€;environ;près de 80 M€;Région;https://exemple.fr;2025;\n',
  },
  'lu-oui-non': {
    'objectifs.csv':
      'ref;libelle;valeur;unite;perimetre;comparable;source;url;date\n' +
      ['VRAI', 'FAUX', 'O', 'N', 'oui', 'Non']
        .map(
          (answer, index) => `objectif-${index};But;1 234;parcours;Tout;${answer};Région;https://exemple.fr;2025-09\n`,
        )
        .join(''),
  },
  'lu-compresse': { '2024.csv.gz': gzipSync(synonym, { level: 9 }) },
  'lu-plusieurs-producteurs': {
    '2024-agora.csv': entries(),
    '2024-lycees.csv': entries().replace('hdf-0001', 'lyc-0001'),
  },
  'lu-lignes-encadrees': {
    '2024.csv': synonym
      .trimEnd()
      .split('\n')
      .map((line) => `|${line.replaceAll(';', '|')}|\n`)
      .join(''),
  },
  'lu-separateur-en-trop': { '2024.csv': synonym.replaceAll('\n', ';\n') },
  'lu-effectif': { '2024.csv': withColumn('effectif', '12') },
  'lu-avant-le-plan': { '2022.csv': entries().replaceAll('2024-', '2022-') },
  'refuse-sans-en-tete': { '2024.csv': `${row({ id_parcours: 'Camille' })}\n${row()}\n` },
  'refuse-titre-au-dessus': { '2024.csv': `Extraction du 3 mars 2025;;;\n\n${entries()}` },
  'refuse-titre-a-courriel': { '2024.csv': `Extraction pour camille@exemple.fr\n${entries()}` },
  'refuse-titre-sap': {
    '2024.csv': `Liste dynamique;;\nÉdité le 03.03.2025;par SAP;\n\n${entries().replaceAll(/^|;|$(?=\n)/gm, '|')}`,
  },
  'refuse-lignes-entre-guillemets': { '2024.csv': entries({}).replaceAll(/^(.+)$/gm, '"$1"') },
  'refuse-en-tete-en-mot-isole': { '2024.csv': 'commune;Camille;Dupont\nLille;Camille;Dupont\n' },
  'refuse-separateur-inconnu': { '2024.csv': entries().replaceAll(';', '~') },
  'refuse-colonnes-absentes-et-inconnues': {
    '2024.csv': entries()
      .replace('financeur', 'remarques')
      .replace('tranche_age', 'dispositif')
      .replace('sexe', 'lot')
      .replace('voie', 'vague'),
  },
  'refuse-en-tete-repete': { '2024.csv': `${entries()}\uFEFF${header}\n${row({ id_parcours: 'hdf-0002' })}\n` },
  'refuse-colonne-sans-nom': { '2024.csv': withColumn('', 'Camille') },
  'lu-avant-le-plan-autre-fichier': oneEntry({ date_entree: '2022-05-06' }),
  'refuse-colonne-inconnue': { '2024.csv': withColumn('remarques', 'à revoir') },
  'refuse-colonne-mal-ecrite': { '2024.csv': entries().replace('financeur', 'finnanceur') },
  'refuse-en-tete-et-lignes': {
    '2024.csv': withColumn('remarques', 'à revoir', [
      { date_entree: '2024-09-02' },
      { id_parcours: 'hdf-0001', code_commune: '75056' },
    ]),
    '2024-lycees.csv': withoutLast(entries({ motif_sortie: '' })),
  },
  'refuse-colonne-absente': { 'places.csv': 'annee;code_formation;places\n2024;tp-tmi;120\n' },
  'refuse-colonne-en-double': { 'places.csv': 'annee;code_formation;bassin;bassin\n2024;tp-tmi;lens;lens\n' },
  'refuse-cellules': places('2024;tp-tmi;lille', '2024;tp-tmi;lille;3;4'),
  'refuse-guillemet-ouvert': places('2024;"tp-tmi;lille;3', '2023;tp-tmi;lens;4'),
  'refuse-guillemet-ferme-plus-bas': places('2024;"tp-tmi;lille;3', '2023;tp-tmi;lens;4', '2023;"tp-tsmi";lens;4'),
  'refuse-guillemet-au-milieu': places('2024;tp-"tmi";lille;3'),
  'refuse-texte-apres-guillemet': places('2024;"tp-tmi"x;lille;3'),
  'lu-bassins-en-mots': places('2024;tp-tmi;Lille;3', '2024;tp-tmi;Hors bassins;4'),
  'refuse-places-sans-bassin': places('2024;tp-tmi;;3', '2024;tp-tmi;?!;4', '2024;tp-tmi;;5'),
  'refuse-place-en-double': places('', '2023;tp-tmi;lens;4', '', '2024;tp-tmi;lens;4'),
  'refuse-date-impossible': oneEntry({ date_entree: '31/02/2024', date_sortie: '2024-13-01' }),
  'refuse-date-apres-arrete': {
    '2024.csv': entries({ date_sortie: '2025-12-01', date_observation: '2026-06-01' }, { date_entree: '2026-01-08' }),
  },
  'refuse-dates-mal-ecrites': {
    '2024.csv': entries(
      ...[
        '08/13/2024',
        '08/01/24',
        '02.01.24 00:00',
        '8/1/2024',
        '08/01/2024 14:30',
        '45299,5',
        'janvier 2024',
        'lundi 8 janvier 2024',
        '20240108',
        '2024/01/08',
        '08/01-2024',
      ].map((date_entree) => ({ date_entree })),
    ),
  },
  'refuse-hors-periode': {
    ...places('2021;tp-tmi;lens;4'),
    'attractivite.csv': 'date;type;bassin;organisateur;participants\n2019-05-06;visite;lens;organisateur A;12\n',
  },
  'refuse-sortie-avant-entree': oneEntry({ date_entree: '2024-09-02' }),
  'refuse-motif-sans-sortie': oneEntry({ date_sortie: '', situation: '', date_observation: '' }),
  'refuse-sortie-sans-motif': oneEntry({ motif_sortie: '' }),
  'refuse-autre-annee': oneEntry({ date_entree: '2023-12-04' }),
  'refuse-commune-inconnue': oneEntry({ code_commune: '75056' }),
  'refuse-formation-inconnue': oneEntry({ code_formation: 'tp-tmy' }),
  'refuse-code-inconnu': oneEntry({ motif_sortie: 'achèvment' }),
  'refuse-code-postal': oneEntry({ code_commune: '59000' }),
  'refuse-erreurs-de-tableur': {
    '2024.csv': entries({ secteur: '#VALEUR!' }, { date_entree: '########' }, { code_formation: '#N/A' }),
  },
  'refuse-signes-invisibles': {
    '2024.csv': entries({ secteur: 'industrie\u200B' }, { id_parcours: 'hdf\u00AD-77' }, { secteur: 'a\u202Eb' }),
  },
  'refuse-accents-ms-dos': { '2024.csv': Buffer.from(synonym.replace('Achevée', 'Achev\u0082e'), 'latin1') },
  'refuse-mots-pour-vide': { '2024.csv': entries({ sexe: 'NULL' }, { tranche_age: 'n/a' }, { date_sortie: '(vide)' }) },
  'refuse-milliers-a-point': places('2024;tp-tmi;lille;1.000', '2024;tp-tsmi;lille;12,500'),
  'refuse-doublon': { '2024.csv': entries({ id_parcours: 'hdf-0001' }), '2024-lycees.csv': entries() },
  'refuse-nombres': places(
    '2024;tp-tmi;lille;-3',
    '2024;tp-tsmi;lille;2,5',
    '2024;tp-tsmi;lens;9999999',
    '2024;tp-emmi;lens;12 3',
  ),
  'refuse-encode-deux-fois': { '2024.csv': latin1(Buffer.from(synonym).toString('latin1')).toString('latin1') },
  'refuse-en-tete-encode-deux-fois': {
    'places.csv': 'annÃ©e;code_formation;bassin;places\n2024;tp-tmi;lens;120\n',
  },
  'refuse-accents-perdus': oneEntry({ motif_sortie: 'Achev\uFFFDe' }),
  'refuse-utf8-abime': { '2024.csv': Buffer.concat([Buffer.from(synonym), latin1(row({ motif_sortie: 'Achevée' }))]) },
  'refuse-octet-nul': oneEntry({ secteur: 'indus\0trie' }),
  'refuse-classeur': { '2024.csv': Buffer.from('504b030414000600080000002100', 'hex') },
  'refuse-utf16-sans-bom': { '2024.csv': Buffer.from(entries(), 'utf16le') },
  'refuse-page-html': { '2024.csv': `<html><table><tr><td>${names.join('</td><td>')}</td></tr></table></html>\n` },
  'refuse-compresse-sans-gz': { '2024.csv': gzipSync(entries(), { level: 9 }) },
  'refuse-gzip-coupe': { '2024.csv.gz': gzipSync(synonym, { level: 9 }).subarray(0, -20) },
  'refuse-vide': { '2024.csv': '' },
  'refuse-en-tete-seul': { '2024.csv': `${header}\n` },
  'refuse-coupe': { '2024.csv': entries({}).slice(0, -40) },
  'averti-nom-sans-annee': { 'extraction.csv': entries() },
  'refuse-total-sans-fin-de-ligne': { '2024.csv': `${entries()}TOTAL;1${';'.repeat(names.length - 2)}` },
  'averti-derniere-ligne': { '2024.csv': entries({}).trimEnd() },
  'refuse-cellule-enorme': places(`2024;${'x'.repeat(10_300)};lille;3`),
  'refuse-total': { '2024.csv': `${entries()}TOTAL;2${';'.repeat(names.length - 2)}\n` },
  'refuse-totaux-en-mots': {
    '2024.csv': `${entries()}${['Ensemble', 'Somme', '** Total de Camille', 'Nombre de lignes : 1']
      .map((label) => `${label};1${';'.repeat(names.length - 2)}\n`)
      .join('')}Extraction du 3 mars 2025\n`,
  },
  'refuse-courriel-dans-total': {
    '2024.csv': `${entries()}Total camille@exemple.fr;1${';'.repeat(names.length - 2)}\n`,
  },
  'refuse-formule': oneEntry({ secteur: '=HYPERLINK(A1)', financeur: '@SUM(1+1)' }),
  'refuse-separateurs': {
    'places.csv': 'annee,code_formation,bassin,places\n2024;tp-tmi;lens;120\n2024;tp-tmi;lille;3\n',
  },
  'refuse-nom-de-personne': { '2024.csv': withColumn('Prénom du stagiaire', 'Camille') },
  'refuse-nir': oneEntry({ niveau_entree: '2 69 05 49 588 157 80' }),
  'refuse-courriel-colonne-ignoree': { '2024.csv': withColumn('observations', 'écrire à camille@exemple.fr') },
  'refuse-telephone': oneEntry({ situation: '06 12 34 56 78' }),
  'refuse-iban': {
    'partenaires.csv':
      'id;nom;developpe;role;volet;site\nuimm;UIMM;Union;FR76 3000 6000 0112 3456 7890 189;formation;\n',
  },
};
