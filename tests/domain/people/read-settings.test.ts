import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { languageOfSettings, readSettings } from '../../../domain/people/settings/read-settings.ts';

const unit = { name: 'Koncern HR', areas: ['personale'], answerWithinWorkingDays: 20 };
const file = { id: 'by', name: 'By Kommune', language: 'da', numberPrefix: 'BY', units: [unit] };
const read = (settings: unknown) => readSettings(JSON.stringify(settings));
const units = (...given: unknown[]) => read({ ...file, units: given });

test('reads the sample municipality', () => {
  const sample = resolve(import.meta.dirname, '../../../simulator/sample/organisation.json');
  expect(readSettings(readFileSync(sample, 'utf8'))).toMatchObject({ settings: { id: 'fjordby' } });
});

test('reads a file that a Windows editor has saved, and a name in either form of Unicode', () => {
  const text = JSON.stringify({ ...file, name: 'Ærø Kommuné'.normalize('NFD') });
  expect(readSettings(`\uFEFF${text}`)).toMatchObject({ settings: { name: 'Ærø Kommuné'.normalize('NFC') } });
});

test('names every wrong value by its key at once', () => {
  expect(read({ id: 'Ny By', name: '', language: 'sv', numberPrefix: 'x', units: [], color: 'red' })).toEqual({
    problems: expect.arrayContaining([
      { code: 'wrong-value', key: 'id' },
      { code: 'wrong-value', key: 'name' },
      { code: 'wrong-value', key: 'language' },
      { code: 'wrong-value', key: 'numberPrefix' },
      { code: 'wrong-value', key: 'units' },
      { code: 'unknown-key', key: 'color' },
    ]),
  });
});

test('names the unit in which a value is wrong', () => {
  const wrong = { name: 'Koncern IT', areas: ['it', 'havvand'], answerWithinWorkingDays: 0, colour: 'red' };
  const named = { place: 2, name: 'Koncern IT' };
  expect(units(unit, wrong, { ...unit, name: 7 }, 'Koncern HR')).toEqual({
    problems: expect.arrayContaining([
      { code: 'wrong-unit-value', key: 'areas', unit: named },
      { code: 'wrong-unit-value', key: 'answerWithinWorkingDays', unit: named },
      { code: 'unknown-unit-key', key: 'colour', unit: named },
      { code: 'wrong-unit-value', key: 'name', unit: { place: 3, name: null } },
      { code: 'unit-not-an-object', unit: { place: 4, name: null } },
    ]),
  });
});

test('names the two units that own the same area, and other repetitions', () => {
  const it = { ...unit, name: 'Koncern IT', areas: ['it', 'personale'] };
  expect(units(unit, it)).toEqual({
    problems: [{ code: 'area-twice', area: 'personale', units: ['Koncern HR', 'Koncern IT'] }],
  });
  expect(units({ ...unit, id: 'hr' }, { ...unit, id: 'hr', areas: ['it', 'it'] })).toEqual({
    problems: [
      { code: 'name-twice', name: 'Koncern HR' },
      { code: 'id-twice', id: 'hr', units: ['Koncern HR', 'Koncern HR'] },
      { code: 'area-twice', area: 'it', units: ['Koncern HR', 'Koncern HR'] },
    ],
  });
});

test('names the line in which a file stops being JSON', () => {
  expect(readSettings('{\n  "id": "by",\n  name\n}')).toEqual({ problems: [{ code: 'not-json', line: 3 }] });
  expect(readSettings('{"id":')).toEqual({ problems: [{ code: 'not-json', line: null }] });
  for (const text of ['[]', '7', 'null']) {
    expect(readSettings(text)).toEqual({ problems: [{ code: 'not-an-object' }] });
  }
});

test('knows the language of a file with other mistakes', () => {
  expect(languageOfSettings('{"language":"en","units":7}')).toBe('en');
  for (const text of ['{"language":"sv"}', '{"id":', 'null']) expect(languageOfSettings(text)).toBeNull();
});
