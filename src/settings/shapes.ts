import * as v from 'valibot';

/** Shapes that several files share. The texts say what was expected, in French. */
export const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'un texte qui n’est pas vide'));
export const day = v.pipe(
  v.string(),
  v.isoDate('une date AAAA-MM-JJ'),
  v.check(isInCalendar, 'un jour du calendrier, AAAA-MM-JJ'),
);
export const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'un mois AAAA-MM'));
export const colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, 'une couleur « #rrggbb » en minuscules'));
export const identifier = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'un identifiant en minuscules, chiffres et tirets'),
);
export const address = v.pipe(
  v.string(),
  v.url('une adresse https://…'),
  v.startsWith('http', 'une adresse https://…'),
);
export const email = v.pipe(v.string(), v.email('une adresse de courriel'));

/** Whole number within bounds, both included. */
export const whole = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('un nombre entier'),
    v.minValue(least, `au moins ${least}`),
    v.maxValue(most, `au plus ${most}`),
  );

/** Degrees of longitude (180 at the most, either way) or latitude (90). */
export const degrees = (most: number) =>
  v.pipe(
    v.number(),
    v.minValue(-most, `des degrés, de −${most} à ${most}`),
    v.maxValue(most, `des degrés, de −${most} à ${most}`),
  );

export const atLeastOne = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.minLength(1, 'au moins une ligne'));

/** An object that holds these keys and no other: each unknown key is an issue of its own, on its own line. */
export const closed = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.objectWithRest(entries, v.never()),
    v.transform((file) => file as v.InferOutput<v.ObjectSchema<Entries, undefined>>),
  );

/** A closed object of a file, handed to the code under English names. */
export const closedAs = <const Entries extends v.ObjectEntries, Inside>(
  entries: Entries,
  read: (file: v.InferOutput<v.ObjectSchema<Entries, undefined>>) => Inside,
) => v.pipe(closed(entries), v.transform(read));

/** False for the 31st of February. */
function isInCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
