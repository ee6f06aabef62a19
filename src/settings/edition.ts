import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Problem } from '../problem.ts';
import { address, atLeastOne, closed, day, text, whole } from './shapes.ts';
import { readYamlFile } from './yaml.ts';

/** `content/<edition>/edition.yaml`: what one yearly edition says of itself. */
export const editionSchema = v.pipe(
  closed({
    annee: whole(2000, 2100),
    titre: text,
    statut: v.picklist(['demonstration', 'provisoire', 'definitif']),
    etat: v.optional(v.picklist(['epreuve', 'publiable']), 'publiable'),
    numero: whole(1, 1000),
    arrete_au: day,
    publie_le: day,
    prochaine_edition: text,
    attractivite: v.pipe(
      closed({ du: day, au: day }),
      v.forward(
        v.check(({ du, au }) => du <= au, 'un jour qui ne précède pas «\u00A0du\u00A0»'),
        ['au'],
      ),
    ),
    chapeau: text,
    chiffres_cles: atLeastOne(closed({ publie: text, libelle: text, detail: text })),
    corrections: v.optional(v.array(closed({ le: day, texte: text, page: v.optional(text) }))),
    remplacee_par: v.optional(closed({ titre: text, adresse: address })),
  }),
  v.forward(
    v.partialCheck(
      [['arrete_au'], ['publie_le']],
      ({ arrete_au, publie_le }) => arrete_au <= publie_le,
      'un jour qui ne précède pas «\u00A0arrete_au\u00A0»',
    ),
    ['publie_le'],
  ),
  v.transform((file) => ({
    year: file.annee,
    title: file.titre,
    status: file.statut,
    /** False while the edition is being proof-read: only a proof is made of it. */
    isReady: file.etat === 'publiable',
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
    /** What was corrected since publication, in the page it was in (`page`: « essentiel »), or everywhere. */
    corrections: (file.corrections ?? []).map(({ le, texte, page }) => ({ on: le, text: texte, page: page ?? null })),
    replacedBy: file.remplacee_par ? { title: file.remplacee_par.titre, address: file.remplacee_par.adresse } : null,
  })),
);

export type Edition = v.InferOutput<typeof editionSchema> & {
  /** Folder name, and first part of the addresses: « 2024 ». */
  readonly id: string;
};

/** True while nothing of the edition may be quoted. */
export const isDemonstration = (edition: Pick<Edition, 'status'>): boolean => edition.status === 'demonstration';

/** The latest edition of a content folder: the greatest year. */
export async function readEdition(folder: string): Promise<{ edition: Edition | null; problems: readonly Problem[] }> {
  const names = (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter(
    (entry) => entry.isDirectory() && /^\d{4}$/.test(entry.name),
  );
  const id = names
    .map(({ name }) => name)
    .toSorted()
    .at(-1);
  if (!id)
    return {
      edition: null,
      problems: [
        {
          severity: 'error',
          file: folder,
          line: 1,
          column: 1,
          message: 'aucune édition',
          expected: 'un dossier par édition, comme content/2024/',
          remedy: 'créez le dossier de l’édition',
        },
      ],
    };
  const reading = await readYamlFile(join(folder, id, 'edition.yaml'), editionSchema);
  return reading.ok
    ? { edition: { ...reading.value, id }, problems: [] }
    : { edition: null, problems: reading.problems };
}
