/**
 * What the demonstration data are made to look like. The published totals are here on purpose: the set is built to
 * find them again, and the site says so. Everything else is plausible, and invented. Weights are whole numbers.
 */

/** Entries asked for by year and month. 2024 is the published total; the three together stay under 10 000. */
export const ENTRIES: Readonly<Record<number, { total: number; months: readonly number[] }>> = {
  2023: { total: 3387, months: [352, 296, 327, 288, 247, 212, 131, 90, 498, 440, 310, 196] },
  2024: { total: 3523, months: [398, 300, 341, 292, 248, 214, 127, 96, 512, 434, 326, 235] },
  2025: { total: 2961, months: [548, 437, 486, 423, 372, 305, 222, 168] },
};

export const CUT_OFF = '2025-08-31';
/** Published: how many have left by the cut-off. */
export const EXITS_TOTAL = 8600;
/** Completions per thousand exits of known reason, by year of exit. 2024 is published. */
export const COMPLETION: Readonly<Record<number, number>> = { 2023: 869, 2024: 894, 2025: 898 };
/** Reasons that stay unknown, per thousand exits. */
export const UNKNOWN_REASON = 11;

export type Zone = 'dunkerque' | 'lille' | 'valenciennes' | 'lens' | 'hors-bassins';

export interface ZoneProfile {
  /** Share of entries, in weights, by year of entry. */
  readonly weights: Readonly<Record<number, number>>;
  readonly communes: Readonly<Record<string, number>>;
  readonly families: Readonly<Record<Family, number>>;
  readonly sectors: Readonly<Record<Sector, number>>;
  /** Women, per hundred entries of known sex. */
  readonly women: number;
  /** Positive outcomes per thousand known situations, for completers and for early leavers. */
  readonly positive: Readonly<Record<'achevement' | 'abandon', number>>;
  /** Situations that stay unknown, per thousand observed. */
  readonly unknown: number;
  /** Difference of the completion rate from the region's, in points per thousand. */
  readonly completion: number;
}

export type Family =
  | 'electromecanicien'
  | 'electricien'
  | 'operateur'
  | 'technicien'
  | 'production-connectee'
  | 'batteries'
  | 'technicien-superieur'
  | 'bts-maintenance'
  | 'automatismes'
  | 'maintenance-avancee';
export type Sector = 'industrie' | 'logistique' | 'transition_energetique' | 'construction' | 'autre';

const families = (
  electromecanicien: number,
  electricien: number,
  operateur: number,
  technicien: number,
  connected: number,
  batteries: number,
  superior: number,
  bts: number,
  automation: number,
  advanced: number,
): Record<Family, number> => ({
  electromecanicien,
  electricien,
  operateur,
  technicien,
  'production-connectee': connected,
  batteries,
  'technicien-superieur': superior,
  'bts-maintenance': bts,
  automatismes: automation,
  'maintenance-avancee': advanced,
});

const sectors = (
  industrie: number,
  logistique: number,
  energy: number,
  construction: number,
  autre: number,
): Record<Sector, number> => ({
  industrie,
  logistique,
  transition_energetique: energy,
  construction,
  autre,
});

export const ZONES: Readonly<Record<Zone, ZoneProfile>> = {
  dunkerque: {
    weights: { 2023: 170, 2024: 175, 2025: 178 },
    communes: { '59183': 46, '59271': 22, '59295': 14, '59155': 9, '59340': 6, '59043': 3 },
    families: families(14, 13, 9, 27, 5, 9, 15, 5, 2, 1),
    sectors: sectors(62, 12, 18, 6, 2),
    women: 11,
    positive: { achevement: 972, abandon: 620 },
    unknown: 44,
    completion: 3,
  },
  lille: {
    weights: { 2023: 278, 2024: 275, 2025: 272 },
    communes: { '59350': 31, '59512': 20, '59599': 15, '59009': 14, '59017': 9, '59560': 8, '59378': 3 },
    families: families(12, 15, 8, 28, 6, 1, 17, 6, 4, 3),
    sectors: sectors(52, 23, 9, 13, 3),
    women: 14,
    positive: { achevement: 963, abandon: 600 },
    unknown: 55,
    completion: -4,
  },
  valenciennes: {
    weights: { 2023: 169, 2024: 171, 2025: 173 },
    communes: { '59606': 44, '59014': 16, '59172': 15, '59526': 13, '59153': 12 },
    families: families(13, 12, 11, 30, 6, 2, 16, 6, 3, 1),
    sectors: sectors(70, 14, 7, 7, 2),
    women: 10,
    positive: { achevement: 966, abandon: 610 },
    unknown: 46,
    completion: 1,
  },
  lens: {
    weights: { 2023: 138, 2024: 141, 2025: 146 },
    communes: { '62498': 38, '62510': 25, '62427': 21, '62215': 12, '62842': 4 },
    families: families(15, 14, 10, 29, 5, 6, 14, 5, 2, 0),
    sectors: sectors(60, 22, 9, 7, 2),
    women: 9,
    positive: { achevement: 970, abandon: 620 },
    unknown: 40,
    completion: 5,
  },
  'hors-bassins': {
    weights: { 2023: 245, 2024: 238, 2025: 231 },
    communes: {
      '59178': 15,
      '59392': 10,
      '59122': 8,
      '62041': 9,
      '62119': 8,
      '62193': 8,
      '62765': 5,
      '62160': 5,
      '80021': 11,
      '80001': 3,
      '60057': 6,
      '60175': 5,
      '60159': 6,
      '02691': 6,
      '02722': 3,
      '02408': 4,
      '02168': 2,
    },
    families: families(15, 14, 12, 28, 7, 3, 12, 6, 2, 1),
    sectors: sectors(63, 16, 8, 10, 3),
    women: 11,
    positive: { achevement: 949, abandon: 580 },
    unknown: 56,
    completion: -7,
  },
};

/** Whole weights by key. */
export type Weights = Readonly<Partial<Record<string, number>>>;

export interface FamilyProfile {
  readonly route: Readonly<Partial<Record<Route, number>>>;
  /** Length in weeks of the vocational route: shortest and longest. */
  readonly weeks: readonly [number, number];
  /** Formation codes and weights, by year of entry where a title changes its number. */
  readonly codes: (year: number) => Weights;
}
export type Route = 'professionnelle' | 'apprentissage' | 'scolaire';

export const FAMILIES: Readonly<Record<Family, FamilyProfile>> = {
  electromecanicien: { route: { professionnelle: 100 }, weeks: [16, 29], codes: () => ({ 'tp-emmi': 1 }) },
  electricien: {
    route: { professionnelle: 100 },
    weeks: [15, 27],
    codes: (year): Weights => (year < 2024 ? { 'tp-eimsa-32297': 1 } : { 'tp-eimsa': 1 }),
  },
  operateur: { route: { professionnelle: 100 }, weeks: [13, 20], codes: () => ({ 'cqpm-operateur': 1 }) },
  technicien: {
    route: { professionnelle: 90, apprentissage: 10 },
    weeks: [15, 29],
    codes: () => ({ 'tp-tmi': 78, 'cqpm-technicien': 22 }),
  },
  'production-connectee': {
    route: { scolaire: 50, apprentissage: 34, professionnelle: 16 },
    weeks: [17, 31],
    codes: () => ({ 'bac-pro-mspc': 1 }),
  },
  batteries: { route: { professionnelle: 100 }, weeks: [14, 24], codes: () => ({ 'dsp-batteries': 1 }) },
  'technicien-superieur': {
    route: { professionnelle: 86, apprentissage: 14 },
    weeks: [17, 31],
    codes: () => ({ 'tp-tsmi': 1 }),
  },
  'bts-maintenance': {
    route: { scolaire: 30, apprentissage: 45, professionnelle: 25 },
    weeks: [20, 33],
    codes: (year): Weights => (year < 2024 ? { 'bts-ms-35338': 1 } : { 'bts-ms': 1 }),
  },
  automatismes: {
    route: { professionnelle: 100 },
    weeks: [14, 26],
    codes: () => ({ 'cqpm-automatisme': 1 }),
  },
  'maintenance-avancee': {
    route: { professionnelle: 70, apprentissage: 30 },
    weeks: [15, 29],
    codes: () => ({ 'cqp-charge': 40, 'uimm-avancee': 28, 'lp-maintenance': 18, 'but-gim': 14 }),
  },
};

export const FUNDERS: Readonly<Record<Route, Readonly<Record<string, number>>>> = {
  professionnelle: { region: 56, france_travail: 25, opco: 15, etat: 2, autre: 2 },
  apprentissage: { opco: 96, autre: 4 },
  scolaire: { etat: 92, region: 8 },
};

export const AGES: Readonly<Record<Route, Readonly<Record<string, number>>>> = {
  professionnelle: { moins_26: 27, '26_35': 34, '36_45': 24, '46_plus': 15 },
  apprentissage: { moins_26: 93, '26_35': 7 },
  scolaire: { moins_26: 100 },
};

/** Level at entry by level of the title. */
export const ENTRY_LEVELS: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  3: { infra3: 44, '3': 40, '4': 14, '5': 2 },
  4: { infra3: 14, '3': 45, '4': 34, '5': 7 },
  5: { infra3: 3, '3': 15, '4': 60, '5': 22 },
  6: { '4': 18, '5': 82 },
};

export const FIRM_SIZES: Readonly<Record<string, number>> = { tpe: 31, pme: 48, eti: 13, ge: 8 };

/** Positive situations of completers and of early leavers, and the others, in weights. */
export const SITUATIONS = {
  achevement: {
    positive: {
      emploi_durable: 47,
      emploi_court: 27,
      alternance: 9,
      creation_entreprise: 2,
      formation_qualifiante: 15,
    },
    other: { recherche_emploi: 78, autre: 22 },
  },
  abandon: {
    positive: {
      emploi_durable: 50,
      emploi_court: 38,
      alternance: 3,
      creation_entreprise: 2,
      formation_qualifiante: 7,
    },
    other: { recherche_emploi: 74, autre: 26 },
  },
} as const;

/** Places opened: fill rate asked for in 2023 and 2024, per cent, and the year before the plan. */
export const SEATS = { fill: { 2023: 85, 2024: 88 }, planned2025: 104, divisor2022: 3.2 } as const;

/** Published: events of the promotion strand, August 2024 to July 2025. */
export const EVENTS_TOTAL = 231;
