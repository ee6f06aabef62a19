/**
 * Every indicator once more, in SQL, by somebody who has not read the TypeScript: the terms of each figure, over a time
 * `t` and one value of each dimension. `{e}` stands for « in the slice »: `{e}` for entries, `{s}` for seats, `{v}` for
 * events; `{e-}` leaves out the dimension of the situation, `{e*}` asks that the dimensions are known,
 * whatever the value, but for a basin that others are crossed with.
 */
export interface SqlTerms {
  readonly numerator: string;
  /** Absent for a count. */
  readonly denominator?: string;
  /** True where there is no answer. */
  readonly unless?: string;
}

const sum = (from: string, where: string): string => `(SELECT coalesce(sum(${from}), 0) FROM ${where})`;
const entries = (where: string, slice = '{e}'): string => sum('e.effectif', `entries e WHERE ${slice} AND ${where}`);

const ENTERED = 'e.date_entree BETWEEN t.first AND t.last';
const LEFT = 'e.date_sortie BETWEEN t.first AND t.last';
const reason = (name: string): string => `${LEFT} AND e.motif = '${name}'`;
const COMPLETED = reason('achevement');
const EARLY = reason('abandon');
const GOOD =
  "e.situation IN ('emploi_durable', 'emploi_court', 'alternance', 'creation_entreprise', 'formation_qualifiante')";
const JOB = "e.situation IN ('emploi_durable', 'emploi_court')";
const KNOWN = "e.situation IS NOT NULL AND e.situation <> 'inconnue'";
const ASKED = 'e.situation IS NOT NULL';

const seats = (years: string): string => sum('s.seats', `seats s WHERE {s} AND ${years}`);
const SEATS = seats('s.year BETWEEN t.first_year AND t.last_year');
const EVENT =
  "events v WHERE {v} AND v.date BETWEEN t.first AND t.last AND v.date BETWEEN DATE '2024-08-01' AND DATE '2025-07-31'";
const NO_EVENTS = "t.last < DATE '2024-08-01' OR t.first > DATE '2025-07-31'";

/** What became of the entries of a period that ended for a reason, whenever they did. */
const cohortOf = (id: string, why: string): Readonly<Record<string, SqlTerms>> => {
  const ended = `${ENTERED} AND e.date_sortie IS NOT NULL AND e.motif = '${why}'`;
  return {
    [id]: { numerator: entries(ended) },
    [`${id}_positives`]: { numerator: entries(`${ended} AND ${GOOD}`) },
    [`${id}_autres`]: { numerator: entries(`${ended} AND ${KNOWN} AND NOT ${GOOD}`) },
    [`${id}_inconnues`]: { numerator: entries(`${ended} AND (e.situation IS NULL OR e.situation = 'inconnue')`) },
  };
};

const shareOfKnown = (who: string, what: string): SqlTerms => ({
  numerator: entries(`${who} AND ${what}`),
  denominator: entries(`${who} AND ${KNOWN}`),
});
const shareOfAsked = (what: string): SqlTerms => ({
  numerator: entries(`${LEFT} AND ${what}`),
  denominator: entries(`${LEFT} AND ${ASKED}`),
});

export const SQL: Readonly<Record<string, SqlTerms>> = {
  entrees: { numerator: entries(ENTERED) },
  part_entrees: { numerator: entries(ENTERED), denominator: entries(ENTERED, '{e*}') },
  part_femmes: {
    numerator: entries(`${ENTERED} AND e.sexe = 'F'`),
    denominator: entries(`${ENTERED} AND e.sexe IS NOT NULL`),
  },
  part_tpe_pme: {
    numerator: entries(`${ENTERED} AND e.taille IN ('tpe', 'pme')`),
    denominator: entries(`${ENTERED} AND e.taille IS NOT NULL`),
  },
  en_formation: { numerator: entries('e.date_entree <= t.last AND (e.date_sortie IS NULL OR e.date_sortie > t.last)') },
  sorties: { numerator: entries(LEFT) },
  sorties_motif_inconnu: { numerator: entries(reason('inconnu')) },
  achevements: { numerator: entries(COMPLETED) },
  sorties_avant_terme: { numerator: entries(EARLY) },
  sorties_avant_terme_emploi: { numerator: entries(`${EARLY} AND ${JOB}`) },
  sorties_avant_terme_emploi_part: shareOfKnown(EARLY, JOB),
  taux_achevement: {
    numerator: entries(COMPLETED),
    denominator: entries(`${LEFT} AND e.motif IN ('achevement', 'abandon')`),
  },
  taux_achevement_cohorte: {
    numerator: entries(`${ENTERED} AND e.motif = 'achevement'`),
    denominator: entries(`${ENTERED} AND e.motif IN ('achevement', 'abandon')`),
    unless: `${entries(`${ENTERED} AND e.date_sortie IS NULL`)} > 0`,
  },
  ...cohortOf('entrees_achevees', 'achevement'),
  ...cohortOf('entrees_interrompues', 'abandon'),
  entrees_motif_inconnu: { numerator: entries(`${ENTERED} AND e.motif = 'inconnu'`) },
  issues_positives: { numerator: entries(`${LEFT} AND ${GOOD}`) },
  issues_inconnues: { numerator: entries(`${LEFT} AND e.situation = 'inconnue'`) },
  sorties_observees: { numerator: entries(`${LEFT} AND ${ASKED}`) },
  sorties_trop_recentes: { numerator: entries(`${LEFT} AND e.situation IS NULL`) },
  sorties_situation_connue: { numerator: entries(`${LEFT} AND ${KNOWN}`) },
  taux_issue_positive: shareOfKnown(LEFT, GOOD),
  taux_issue_positive_achevements: shareOfKnown(COMPLETED, GOOD),
  taux_issue_positive_avant_terme: shareOfKnown(EARLY, GOOD),
  taux_issue_positive_bas: shareOfAsked(GOOD),
  taux_issue_positive_haut: shareOfAsked(`(${GOOD} OR e.situation = 'inconnue')`),
  taux_reponse: shareOfAsked(KNOWN),
  taux_emploi_durable: shareOfKnown(LEFT, "e.situation = 'emploi_durable'"),
  sorties_part: {
    numerator: entries(`${LEFT} AND ${KNOWN}`),
    denominator: entries(`${LEFT} AND ${KNOWN}`, '{e-}'),
    unless: "d_issue.id = 'inconnue'",
  },
  sorties_emploi_part: shareOfKnown(LEFT, JOB),
  places: { numerator: SEATS },
  multiplication_places: { numerator: SEATS, denominator: seats('s.year = 2022') },
  taux_remplissage: { numerator: entries(ENTERED), denominator: SEATS, unless: 'NOT t.whole' },
  places_inoccupees: { numerator: `(${SEATS} - ${entries(ENTERED)})`, unless: 'NOT t.whole' },
  actions: { numerator: `(SELECT count(*) FROM ${EVENT})`, unless: NO_EVENTS },
  participants: { numerator: sum('v.participants', EVENT), unless: NO_EVENTS },
};

/** The situation as figures count it: none before it can be observed, unknown when nobody answered in time. */
export const SITUATION = `CASE
  WHEN r.date_sortie IS NULL OR r.date_sortie >= DATE '2025-03-01' THEN NULL
  ELSE coalesce(r.situation, 'inconnue') END`;
