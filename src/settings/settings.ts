import * as v from 'valibot';
import { SCHEMA_NAMES } from '../data/schema.ts';
import {
  address,
  atLeastOne,
  closed,
  closedAs,
  colour,
  day,
  degrees,
  email,
  identifier,
  month,
  text,
  whole,
} from './shapes.ts';

/** Longitude, latitude. */
const position = v.tuple([degrees(180), degrees(90)]);

const place = closedAs(
  {
    id: identifier,
    nom: text,
    complet: text,
    dans: text,
    clair: colour,
    sombre: colour,
    contact: v.optional(text),
  },
  ({ nom, complet, dans, clair, sombre, contact, ...rest }) => ({
    ...rest,
    name: nom,
    fullName: complet,
    within: dans,
    light: clair,
    dark: sombre,
    contact: contact ?? null,
  }),
);

/** Where a series changes its meaning: `{ indicateur: entrees, mois: 2024-03, libelle: nouvelle saisie }`. */
const seriesBreak = (isIndicator: (id: string) => boolean) =>
  closedAs(
    {
      indicateur: v.pipe(text, v.check(isIndicator, 'un indicateur de la page Définitions')),
      mois: month,
      libelle: v.pipe(text, v.maxLength(40, 'un libellé de 40 caractères au plus, qui tienne dans un graphique')),
    },
    ({ indicateur, mois, libelle }) => ({ indicator: indicateur, month: mois, label: libelle }),
  );

/**
 * `data/reglages.yaml`: what another region, or another plan, would change. Keys are French in the file,
 * English in the code; everything is present after normalisation. Whoever knows the indicators says which names are theirs.
 */
export const settingsSchema = (isIndicator: (id: string) => boolean) =>
  closedAs(
    {
      region: closedAs(
        {
          nom: text,
          code: text,
          dans: text,
          departements: atLeastOne(closed({ code: text, nom: text })),
        },
        ({ nom, dans, departements, code }) => ({
          name: nom,
          code,
          within: dans,
          departements: departements.map((departement) => ({ code: departement.code, name: departement.nom })),
        }),
      ),
      plan: closedAs(
        { nom: text, debut: day, lancement: text, annee_reference: whole(2000, 2100) },
        ({ nom, debut, lancement, annee_reference }) => ({
          name: nom,
          start: debut,
          launch: lancement,
          referenceYear: annee_reference,
        }),
      ),
      site: closedAs(
        {
          adresse: address,
          proprietaire: text,
        },
        ({ adresse, proprietaire }) => ({
          address: adresse.replace(/\/+$/, ''),
          owner: proprietaire,
        }),
      ),
      bassins: v.pipe(
        atLeastOne(place),
        v.check(
          (basins) => new Set(basins.map(({ id }) => id)).size === basins.length,
          'un «\u00A0id\u00A0» différent par bassin',
        ),
      ),
      hors_bassins: place,
      ensemble_bassins: closedAs(
        { id: identifier, nom: text, complet: text, dans: text },
        ({ id, nom, complet, dans }) => ({ id, name: nom, fullName: complet, within: dans }),
      ),
      carte: closedAs(
        {
          voisins: v.array(
            closed({
              nom: text,
              genre: v.picklist(['mer', 'pays', 'region']),
              lon: degrees(180),
              lat: degrees(90),
            }),
          ),
          bords: v.array(closed({ genre: v.picklist(['mer', 'pays']), de: position, a: position })),
          source: text,
        },
        ({ voisins, bords, source }) => ({
          neighbours: voisins.map(({ nom, genre, lon, lat }) => ({ name: nom, kind: genre, lon, lat })),
          edges: bords.map(({ genre, de, a }) => ({ kind: genre, from: de, to: a })),
          credit: source,
        }),
      ),
      secret: closedAs(
        {
          effectif_minimal: whole(1, 100),
          denominateur_minimal: whole(1, 1000),
          decide_par: text,
          decide_le: day,
        },
        (secret) => ({
          minimumCount: secret.effectif_minimal,
          minimumDenominator: secret.denominateur_minimal,
          decidedBy: secret.decide_par,
          decidedOn: secret.decide_le,
        }),
      ),
      mois_provisoires: whole(0, 24),
      delai_observation_mois: whole(0, 36),
      ruptures: v.optional(v.array(seriesBreak(isIndicator)), []),
      colonnes_ignorees: v.optional(v.record(v.picklist(SCHEMA_NAMES), v.array(text)), {}),
      noms_a_chiffres: v.array(text),
      nombres_libres: v.optional(
        v.array(closedAs({ texte: text, raison: text }, ({ texte, raison }) => ({ wording: texte, reason: raison }))),
        [],
      ),
      contacts: closedAs(
        {
          service: text,
          courriel: email,
          signaler: text,
        },
        ({ service, courriel, signaler }) => ({ service, email: courriel, report: signaler }),
      ),
      licence: closedAs({ nom: text, adresse: address }, ({ nom, adresse }) => ({ name: nom, url: adresse })),
      mentions: closedAs(
        {
          editeur: text,
          directeur: text,
          hebergeur: text,
          credits: text,
          donnees_personnelles: text,
        },
        ({ editeur, directeur, hebergeur, credits, donnees_personnelles }) => ({
          publisher: editeur,
          director: directeur,
          host: hebergeur,
          credits,
          personalData: donnees_personnelles,
        }),
      ),
      accessibilite: closedAs(
        {
          etat: v.picklist(['non conforme', 'partiellement conforme', 'totalement conforme']),
          audit: text,
          strategie: v.optional(text, 'À compléter par l’éditeur (schéma pluriannuel et plan d’actions de l’année).'),
          etablie_le: v.optional(day),
        },
        ({ etat, audit, strategie, etablie_le }) => ({
          state: etat,
          audit,
          strategy: strategie,
          declaredOn: etablie_le ?? null,
        }),
      ),
    },
    (file) => ({
      region: file.region,
      plan: file.plan,
      site: file.site,
      basins: file.bassins,
      outside: file.hors_bassins,
      allBasins: file.ensemble_bassins,
      map: file.carte,
      disclosure: file.secret,
      provisionalMonths: file.mois_provisoires,
      /** Months after which the situation of an exit must have been observed. */
      observationMonths: file.delai_observation_mois,
      breaks: file.ruptures,
      ignoredColumns: file.colonnes_ignorees,
      namesWithDigits: file.noms_a_chiffres,
      freeNumbers: file.nombres_libres,
      contacts: file.contacts,
      licence: file.licence,
      legal: file.mentions,
      accessibility: file.accessibilite,
    }),
  );

export type Settings = v.InferOutput<ReturnType<typeof settingsSchema>>;
export type Place = Settings['basins'][number];
