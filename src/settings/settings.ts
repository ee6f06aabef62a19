import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'une couleur « #rrggbb » en minuscules');
const identifier = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'un identifiant en minuscules, chiffres et tirets');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'une date AAAA-MM-JJ');
const text = z.string().trim().min(1);
/** Longitude, latitude. */
const position = z.tuple([z.number(), z.number()]);

const place = z
  .strictObject({
    id: identifier,
    nom: text,
    complet: text,
    dans: text,
    clair: colour,
    sombre: colour,
    contact: text.optional(),
  })
  .transform(({ nom, complet, dans, clair, sombre, contact, ...rest }) => ({
    ...rest,
    name: nom,
    fullName: complet,
    within: dans,
    light: clair,
    dark: sombre,
    contact: contact ?? null,
  }));

/**
 * `data/reglages.yaml`: what another region, or another plan, would change. Keys are French in the file,
 * English in the code; everything is present after normalisation.
 */
export const settingsSchema = z
  .strictObject({
    region: z
      .strictObject({
        nom: text,
        code: text,
        dans: text,
        departements: z.array(z.strictObject({ code: text, nom: text })).min(1),
      })
      .transform(({ nom, dans, departements, code }) => ({
        name: nom,
        code,
        within: dans,
        departements: departements.map((departement) => ({ code: departement.code, name: departement.nom })),
      })),
    plan: z
      .strictObject({ nom: text, debut: day, lancement: text, annee_reference: z.int() })
      .transform(({ nom, debut, lancement, annee_reference }) => ({
        name: nom,
        start: debut,
        launch: lancement,
        referenceYear: annee_reference,
      })),
    site: z
      .strictObject({
        adresse: z.url({ protocol: /^https?$/, error: 'une adresse https://…' }),
        proprietaire: text,
      })
      .transform(({ adresse, proprietaire }) => ({
        address: adresse.replace(/\/+$/, ''),
        owner: proprietaire,
      })),
    bassins: z.array(place).min(1),
    hors_bassins: place,
    ensemble_bassins: z
      .strictObject({ id: identifier, nom: text, complet: text, dans: text })
      .transform(({ id, nom, complet, dans }) => ({ id, name: nom, fullName: complet, within: dans })),
    carte: z
      .strictObject({
        voisins: z.array(
          z.strictObject({
            nom: text,
            genre: z.enum(['mer', 'pays', 'region']),
            lon: z.number(),
            lat: z.number(),
          }),
        ),
        bords: z.array(z.strictObject({ genre: z.enum(['mer', 'pays']), de: position, a: position })),
        source: text,
      })
      .transform(({ voisins, bords, source }) => ({
        neighbours: voisins.map(({ nom, genre, lon, lat }) => ({ name: nom, kind: genre, lon, lat })),
        edges: bords.map(({ genre, de, a }) => ({ kind: genre, from: de, to: a })),
        credit: source,
      })),
    secret: z
      .strictObject({
        effectif_minimal: z.int().min(1),
        denominateur_minimal: z.int().min(1),
        decide_par: text,
        decide_le: day,
      })
      .transform((secret) => ({
        minimumCount: secret.effectif_minimal,
        minimumDenominator: secret.denominateur_minimal,
        decidedBy: secret.decide_par,
        decidedOn: secret.decide_le,
      })),
    mois_provisoires: z.int().min(0).max(24),
    noms_a_chiffres: z.array(text),
    contacts: z
      .strictObject({
        service: text,
        courriel: z.email({ error: 'une adresse de courriel' }),
        signaler: text,
      })
      .transform(({ service, courriel, signaler }) => ({ service, email: courriel, report: signaler })),
    licence: z
      .strictObject({ nom: text, adresse: z.url() })
      .transform(({ nom, adresse }) => ({ name: nom, url: adresse })),
    mentions: z
      .strictObject({
        editeur: text,
        directeur: text,
        hebergeur: text,
        credits: text,
        donnees_personnelles: text,
      })
      .transform(({ editeur, directeur, hebergeur, credits, donnees_personnelles }) => ({
        publisher: editeur,
        director: directeur,
        host: hebergeur,
        credits,
        personalData: donnees_personnelles,
      })),
    accessibilite: z
      .strictObject({
        etat: z.enum(['non conforme', 'partiellement conforme', 'totalement conforme']),
        audit: text,
      })
      .transform(({ etat, audit }) => ({ state: etat, audit })),
  })
  .transform((file) => ({
    region: file.region,
    plan: file.plan,
    site: file.site,
    basins: file.bassins,
    outside: file.hors_bassins,
    allBasins: file.ensemble_bassins,
    map: file.carte,
    disclosure: file.secret,
    provisionalMonths: file.mois_provisoires,
    namesWithDigits: file.noms_a_chiffres,
    contacts: file.contacts,
    licence: file.licence,
    legal: file.mentions,
    accessibility: file.accessibilite,
  }));

export type Settings = z.output<typeof settingsSchema>;
export type Place = Settings['basins'][number];
