import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { PLAUSIBILITY } from '../data/plausibility.ts';
import type { Problem } from '../problem.ts';
import { closedAs, day, text } from './shapes.ts';
import { readYamlFile } from './yaml.ts';

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
  readonly problems: readonly Problem[];
}

/** Reads `derogations.yaml` of a data folder; most folders have none. */
export async function readDerogations(folder: string): Promise<Derogations> {
  const file = join(folder, 'derogations.yaml');
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  if (!exists) return { file, list: [], problems: [] };
  const reading = await readYamlFile(file, derogationsSchema);
  return reading.ok ? { file, list: reading.value, problems: [] } : { file, list: [], problems: reading.problems };
}

/**
 * Lets the warnings pass that a derogation names, while it lasts: it is judged on the day the edition is published,
 * not by the clock. One that is over lets nothing pass, and says so; so does one that no warning calls for.
 */
export function applyDerogations(
  problems: readonly Problem[],
  { file, list }: Pick<Derogations, 'file' | 'list'>,
  day: string,
): { readonly problems: readonly Problem[]; readonly applied: readonly Derogation[] } {
  const called = (rule: string): boolean => problems.some((problem) => isNamed(problem, rule));
  const applied = list.filter(({ rule, until }) => until >= day && called(rule));
  const remarks = list.flatMap((derogation): Problem[] => {
    if (derogation.until < day) return [remark(file, derogation, `dérogation finie le ${derogation.until}`)];
    return called(derogation.rule) ? [] : [remark(file, derogation, 'dérogation sans objet')];
  });
  const kept = problems.filter((problem) => !applied.some(({ rule }) => isNamed(problem, rule)));
  return { problems: [...kept, ...remarks], applied };
}

const isNamed = (problem: Problem, rule: string): boolean => problem.severity === 'warning' && problem.rule === rule;

const remark = (file: string, { rule, who }: Derogation, message: string): Problem => ({
  severity: 'warning',
  file,
  line: 1,
  column: 1,
  message,
  value: `${rule}, ${who}`,
  remedy: 'retirez-la, ou prolongez-la avec un nom et une raison',
});
