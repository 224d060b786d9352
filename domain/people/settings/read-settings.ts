import { z } from 'zod';
import type { UnitId } from '../../ids.ts';
import { nameText } from '../../text/clean-text.ts';
import { type Area, areas, type Language, languages } from '../../vocabulary.ts';
import { defaultSettings } from '../organisation.ts';
import { unitIdPattern } from '../unit.ts';

/** The keys of a settings file, in the order in which an organisation and each of its units have them. */
export const settingsKeys = [
  'id',
  'name',
  'language',
  'numberPrefix',
  'contact',
  'mentionDraftAfterWorkingDays',
  'deleteDraftAfterMonths',
  'systems',
  'units',
] as const;
export const unitKeys = ['id', 'name', 'areas', 'answerWithinWorkingDays'] as const;
export type SettingsKey = (typeof settingsKeys)[number];
export type UnitKey = (typeof unitKeys)[number];

/** The unit of a file with a problem: its place from 1, and its name where it has one. */
export interface UnitInFile {
  place: number;
  name: string | null;
}

/** Something that is wrong with a settings file. */
export type SettingsProblem =
  | { code: 'not-json'; line: number | null }
  | { code: 'not-an-object' }
  | { code: 'wrong-value'; key: SettingsKey }
  | { code: 'unknown-key'; key: string }
  | { code: 'unit-not-an-object'; unit: UnitInFile }
  | { code: 'wrong-unit-value'; key: UnitKey; unit: UnitInFile }
  | { code: 'unknown-unit-key'; key: string; unit: UnitInFile }
  | { code: 'name-twice'; name: string }
  | { code: 'id-twice'; id: string; units: readonly [string, string] }
  | { code: 'area-twice'; area: Area; units: readonly [string, string] };

const unitSchema = z.strictObject({
  id: z.custom<UnitId>((value) => typeof value === 'string' && unitIdPattern.test(value)).optional(),
  // The options of a list in Slack hold 75 characters.
  name: z.string().overwrite(nameText).min(1).max(75),
  areas: z.array(z.enum(areas)),
  answerWithinWorkingDays: z.int().min(1).max(250),
});

const systemSchema = z.strictObject({
  // A letter alone is no name of a system.
  name: z
    .string()
    .overwrite(nameText)
    .regex(/\p{L}.*\p{L}|\p{L}.*\p{N}/u)
    .max(60),
  area: z.enum(areas),
});

export const settingsSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().overwrite(nameText).min(1).max(100),
  language: z.enum(languages),
  numberPrefix: z.string().regex(/^\p{Lu}{1,5}$/u),
  contact: z.string().overwrite(nameText).min(1).max(200).nullable().default(defaultSettings.contact),
  mentionDraftAfterWorkingDays: z.int().min(0).max(60).default(defaultSettings.mentionDraftAfterWorkingDays),
  deleteDraftAfterMonths: z.int().min(1).max(60).default(defaultSettings.deleteDraftAfterMonths),
  systems: z
    .array(systemSchema)
    .max(200)
    .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length)
    .readonly()
    .default(defaultSettings.systems),
  // More would burst the list of units in a card.
  units: z.array(unitSchema).min(1).max(60),
});

/** An organisation's settings as its file says them. A unit without an id is known by its name. */
export type OrganisationSettings = z.output<typeof settingsSchema>;
export type UnitSettings = OrganisationSettings['units'][number];

/** The settings in a file's text, or everything that is wrong with it. */
export function readSettings(json: string): { settings: OrganisationSettings } | { problems: SettingsProblem[] } {
  const parsed = parse(json);
  if ('problem' in parsed) return { problems: [parsed.problem] };
  const { data, error } = settingsSchema.safeParse(parsed.value);
  if (error) return { problems: distinct(error.issues.flatMap((issue) => problemsOf(issue, parsed.value))) };
  const problems = clashesOf(data.units);
  return problems.length > 0 ? { problems } : { settings: data };
}

/** The language that a file asks for, also when the rest of it is wrong; null when it asks for none that there is. */
export function languageOfSettings(json: string): Language | null {
  const parsed = parse(json);
  const asked = 'value' in parsed ? z.object({ language: z.enum(languages) }).safeParse(parsed.value) : null;
  return asked?.data?.language ?? null;
}

function parse(json: string): { value: unknown } | { problem: SettingsProblem } {
  try {
    // Windows' editors put a byte order mark before the text.
    return { value: JSON.parse(json.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, line] = /\(line (\d+) column \d+\)/.exec(error.message) ?? [];
    return { problem: { code: 'not-json', line: line === undefined ? null : Number(line) } };
  }
}

function problemsOf({ code, path, ...issue }: z.core.$ZodIssue, value: unknown): SettingsProblem[] {
  const [key, place, unitKey] = path;
  const isKnown = <Key extends string>(keys: readonly Key[], one: unknown): one is Key =>
    (keys as readonly unknown[]).includes(one);
  const extra = code === 'unrecognized_keys' && 'keys' in issue ? (issue.keys as string[]) : [];
  if (key !== 'units' || typeof place !== 'number') {
    if (extra.length > 0) return extra.map((one) => ({ code: 'unknown-key', key: one }));
    return [isKnown(settingsKeys, key) ? { code: 'wrong-value', key } : { code: 'not-an-object' }];
  }
  const unit = { place: place + 1, name: nameOfUnit(value, place) };
  if (extra.length > 0) return extra.map((one) => ({ code: 'unknown-unit-key', key: one, unit }));
  if (isKnown(unitKeys, unitKey)) return [{ code: 'wrong-unit-value', key: unitKey, unit }];
  return [{ code: 'unit-not-an-object', unit }];
}

function nameOfUnit(value: unknown, place: number): string | null {
  const named = z.object({ units: z.array(z.unknown()) }).safeParse(value);
  const unit = z.object({ name: z.string().min(1) }).safeParse(named.data?.units[place]);
  return unit.data?.name ?? null;
}

/** Gives every name, id and area that two units of the settings share. */
export function clashesOf(units: readonly UnitSettings[]): SettingsProblem[] {
  return [...sameNames(units), ...sameIds(units), ...sameAreas(units)];
}

function sameNames(units: readonly UnitSettings[]): SettingsProblem[] {
  return twice(units, ({ name }) => [name]).map(([name]) => ({ code: 'name-twice', name }));
}

function sameIds(units: readonly UnitSettings[]): SettingsProblem[] {
  return twice(units, ({ id }) => (id === undefined ? [] : [id])).map(([id, ...named]) => ({
    code: 'id-twice',
    id,
    units: named,
  }));
}

function sameAreas(units: readonly UnitSettings[]): SettingsProblem[] {
  return twice(units, (unit) => unit.areas).map(([area, ...named]) => ({ code: 'area-twice', area, units: named }));
}

/** Each value that is there twice, with the names of the units that have it first and again. */
function twice<Value>(
  units: readonly UnitSettings[],
  valuesOf: (unit: UnitSettings) => readonly Value[],
): Array<[Value, string, string]> {
  const first = new Map<Value, string>();
  const found: Array<[Value, string, string]> = [];
  for (const unit of units) {
    for (const value of valuesOf(unit)) {
      const other = first.get(value);
      if (other !== undefined) found.push([value, other, unit.name]);
      else first.set(value, unit.name);
    }
  }
  return found;
}

/** One problem a key is enough, however many rules its value breaks. */
function distinct(problems: readonly SettingsProblem[]): SettingsProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
