import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { PLAUSIBILITY } from '../data/plausibility.ts';
import { formatDay } from '../french/date.ts';
import type { Problem } from '../problem.ts';
import { closedAs, day, text } from './shapes.ts';
import { type Place, readYamlFile } from './yaml.ts';

/** What a person may answer for. Nothing else has a name: no secret, no privacy, no false sentence. */
const RULES = Object.values(PLAUSIBILITY);

const derogationsSchema = v.array(
  closedAs(
    {
      quoi: v.picklist(RULES),
      pourquoi: text,
      qui: text,
      jusqu_au: day,
    },
    ({ quoi, pourquoi, qui, jusqu_au }) => ({ rule: quoi, reason: pourquoi, who: qui, until: jusqu_au }),
  ),
);

/** A named warning that somebody answers for, until a day. */
export type Derogation = v.InferOutput<typeof derogationsSchema>[number];

export interface Derogations {
  readonly file: string;
  readonly list: readonly Derogation[];
  /** Where each of them stands in the file. */
  readonly places: readonly Place[];
  readonly problems: readonly Problem[];
}

/** Reads `derogations.yaml` of a data folder; most folders have none. */
export async function readDerogations(folder: string): Promise<Derogations> {
  const file = join(folder, 'derogations.yaml');
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  if (!exists) return { file, list: [], places: [], problems: [] };
  const reading = await readYamlFile(file, derogationsSchema);
  if (!reading.ok) return { file, list: [], places: [], problems: reading.problems };
  const places = reading.value.map((_, index) => reading.placeOf([index, 'quoi']));
  return { file, list: reading.value, places, problems: [] };
}

/**
 * Lets the warnings pass that a derogation names, while it lasts: it is judged on the day the edition is published,
 * not by the clock. One that is over lets nothing pass, and says so; so does one that no warning calls for.
 */
export function applyDerogations(
  problems: readonly Problem[],
  { file, list, places }: Omit<Derogations, 'problems'>,
  day: string,
): { readonly problems: readonly Problem[]; readonly applied: readonly Derogation[] } {
  const called = (rule: string): boolean => problems.some((problem) => isNamed(problem, rule));
  const applied = list.filter(({ rule, until }) => until >= day && called(rule));
  const remarks = list.flatMap(({ rule, who, until }, index): Problem[] => {
    const remark = (message: string, remedy: string): Problem[] => [
      { severity: 'warning', file, ...(places[index] as Place), message, value: `${rule}, ${who}`, remedy },
    ];
    if (until < day)
      return remark(`dérogation finie le ${formatDay(until)}`, 'retirez-la, ou prolongez-la avec un nom et une raison');
    return called(rule) ? [] : remark('dérogation sans objet\u00A0: aucun avertissement ne l’appelle', 'retirez-la');
  });
  const kept = problems.filter((problem) => !applied.some(({ rule }) => isNamed(problem, rule)));
  return { problems: [...kept, ...remarks], applied };
}

const isNamed = (problem: Problem, rule: string): boolean => problem.severity === 'warning' && problem.rule === rule;
