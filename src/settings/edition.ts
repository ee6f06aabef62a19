import { z } from 'zod';

const text = z.string().trim().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'une date AAAA-MM-JJ');

/** `content/<edition>/edition.yaml`: what one yearly edition says of itself. */
export const editionSchema = z
  .strictObject({
    annee: z.int().min(2000).max(2100),
    titre: text,
    statut: z.enum(['demonstration', 'provisoire', 'definitif']),
    numero: z.int().min(1),
    arrete_au: day,
    publie_le: day,
    prochaine_edition: text,
    attractivite: z.strictObject({ du: day, au: day }),
    chapeau: text,
    chiffres_cles: z.array(z.strictObject({ publie: text, libelle: text, detail: text })).min(1),
  })
  .transform((file) => ({
    year: file.annee,
    title: file.titre,
    status: file.statut,
    number: file.numero,
    cutOff: file.arrete_au,
    publishedOn: file.publie_le,
    nextEdition: file.prochaine_edition,
    /** First and last day on which promotion events were recorded. */
    eventsFrom: file.attractivite.du,
    eventsTo: file.attractivite.au,
    deck: file.chapeau,
    /** Key figures of the home page: published values, in order. */
    keyFigures: file.chiffres_cles.map(({ publie, libelle, detail }) => ({
      ref: publie,
      label: libelle,
      detail,
    })),
  }));

export type Edition = z.output<typeof editionSchema> & {
  /** Folder name, and first part of the addresses: « 2024 ». */
  readonly id: string;
};

/** True while nothing of the edition may be quoted. */
export const isDemonstration = (edition: Pick<Edition, 'status'>): boolean => edition.status === 'demonstration';
