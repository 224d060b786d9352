import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonId } from '../../../domain/ids.ts';
import { type ListProblem, readOrganisationFile } from '../../../domain/people/list-file/read-list.ts';
import { listProblemText } from '../../../locales/people/list-file.ts';
import { idOf } from '../../ids.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/shared', name));
const bytes = (text: string) => new TextEncoder().encode(text);

const units = [
  'Koncern HR',
  'Koncern IT',
  'Koncernindkøb',
  'Koncernejendomme',
  'Koncernøkonomi',
  'Koncerndata',
  'Koncernkommunikation',
  'Koncernjura',
];
const header = 'email,name,role,administration,institution,unit,managerEmail,language';
const anna = 'anna@fjordby.example,Anna Bæk,leader,Børne- og Ungdomsforvaltningen,Fjordskolen,,,da';

const read = (...lines: string[]) => readOrganisationFile(bytes(lines.join('\n')), units);
const problemsOf = (...lines: string[]) => read(...lines).problems;

describe('a good organisation file', () => {
  it('gives every person of it', () => {
    const { people, problems, notes } = readOrganisationFile(fixture('organisation.csv'), units);
    expect(problems).toEqual([]);
    expect(notes).toEqual([]);
    expect(people).toHaveLength(120);
    expect(people[0]).toEqual({
      line: 2,
      email: 'henrik.toft@fjordby.example',
      name: 'Henrik Vestergaard Toft',
      roles: ['manager'],
      administration: 'Økonomiforvaltningen',
      institution: 'Kommunaldirektørens sekretariat',
      unit: null,
      managerEmail: null,
      language: 'da',
      entraObjectId: null,
      upn: null,
      employeeNumber: null,
    });
    expect(people.find(({ email }) => email === 'priya.raman@fjordby.example')).toMatchObject({
      roles: ['processOwner'],
      unit: 'Koncern IT',
      managerEmail: 'charlotte.oestergaard@fjordby.example',
      language: 'en',
    });
    expect(people.find(({ email }) => email === 'inger.praest@fjordby.example')?.institution).toBe(
      'Børnesundhed, tandpleje og PPR',
    );
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('may have %s instead of commas', (_what, delimiter) => {
    const { people, problems } = read(header.replaceAll(',', delimiter), anna.replaceAll(',', delimiter));
    expect(problems).toEqual([]);
    expect(people).toHaveLength(1);
  });

  it.each(['\r\n', '\n', '\r'])('may end its lines with %j', (end) => {
    const { people, problems } = readOrganisationFile(bytes(`\uFEFF${header}${end}${anna}${end}`), units);
    expect(problems).toEqual([]);
    expect(people.map(({ line, language }) => [line, language])).toEqual([[2, 'da']]);
  });

  it('may name several roles of one person', () => {
    const { people } = read(header, anna.replace('leader', 'manager | leader|leader'));
    expect(people[0]?.roles).toEqual(['leader', 'manager']);
  });

  it('may say by which id Entra ID knows a person, in any case', () => {
    const id = '0B64B1C5-52D1-4A0E-9D3C-6F1F7A1C2D3E';
    const { people, problems } = read(`${header},entraObjectId`, `${anna},${id}`, `${anna.replace('anna@', 'bo@')},`);
    expect(problems).toEqual([]);
    expect(people.map(({ entraObjectId }) => entraObjectId)).toEqual([id.toLowerCase(), null]);
  });

  it('names an id that is none, and one that two people have', () => {
    const id = '0b64b1c5-52d1-4a0e-9d3c-6f1f7a1c2d3e';
    const rows = [
      `${anna},${id}`,
      `${anna.replace('anna@', 'bo@')},${id.toUpperCase()}`,
      `${anna.replace('anna@', 'c@')},7`,
    ];
    expect(problemsOf(`${header},entraObjectId`, ...rows)).toEqual([
      { code: 'entra-twice', line: 3, firstLine: 2, value: id },
      { code: 'entra-invalid', line: 4, value: '7' },
    ]);
  });

  it('keeps what looks like a formula as text', () => {
    const { people } = read(header, anna.replace('Anna Bæk', '=1+1'));
    expect(people[0]?.name).toBe('=1+1');
  });

  it('composes letters that an export has taken apart', () => {
    const { people } = read(header, anna.normalize('NFD'));
    expect(people[0]?.name).toBe('Anna Bæk'.normalize('NFC'));
    expect(people[0]?.administration).toBe('Børne- og Ungdomsforvaltningen');
  });

  it('may have columns in any order, and others that are noted', () => {
    const { people, problems, notes } = read(`phone,${header}`, `20304050,${anna}`);
    expect(problems).toEqual([]);
    expect(notes).toEqual([{ code: 'column-ignored', column: 'phone' }]);
    expect(people[0]?.email).toBe('anna@fjordby.example');
  });
});

describe('a file as Danish Excel writes it', () => {
  const inUtf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const readFile = (file: Uint8Array) => readOrganisationFile(file, units);

  it.each([
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-16, little end first', inUtf16],
    ['UTF-16, big end first', (text: string) => inUtf16(text).swap16()],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ])('is read in %s', (_encoding, encode) => {
    const { people, problems } = readFile(encode(`${header}\r\n${anna}\r\n`));
    expect(problems).toEqual([]);
    expect(people).toMatchObject([{ name: 'Anna Bæk', administration: 'Børne- og Ungdomsforvaltningen' }]);
  });

  it('has the characters that Windows-1252 has and Latin 1 has not', () => {
    const file = Buffer.from(`${header}\n${anna.replace('Bæk', 'B\u0092k \u0096 \u0080')}`, 'latin1');
    expect(readFile(file).people[0]?.name).toBe('Anna B’k – €');
  });

  const danish = anna.replace('Anna Bæk', 'Søren Bæk Åkjær').replace('Fjordskolen', 'Østerskolen');
  const inLetters = (letters: Record<string, number>) => (text: string) =>
    Buffer.from([...text].map((letter) => letters[letter] ?? letter.charCodeAt(0)));
  const asWindows1252 = (text: string) => new TextDecoder('windows-1252').decode(bytes(text));

  it.each<[string, (text: string) => Uint8Array]>([
    ['of a Macintosh', inLetters({ æ: 0xbe, ø: 0xbf, å: 0x8c, Æ: 0xae, Ø: 0xaf, Å: 0x81 })],
    ['of MS-DOS', inLetters({ æ: 0x91, ø: 0x9b, å: 0x86, Æ: 0x92, Ø: 0x9d, Å: 0x8f })],
    ['of UTF-8 that was taken for Windows-1252', (text) => bytes(asWindows1252(text))],
    ['that were lost', (text) => bytes(text.replace(/[æøåÆØÅ]/g, '\uFFFD'))],
  ])('is told each line with letters %s', (_encoding, encode) => {
    for (const row of ['Søren', 'Bæk', 'Bjørn Håkon', 'Håkon', 'Østerby', 'Åse', 'Ærø']) {
      const file = encode(`${header}\n${danish.replace('Søren Bæk Åkjær', row)}\n`);
      expect(readFile(file)).toMatchObject({ people: [], problems: [{ code: 'not-utf8', line: 2 }] });
    }
  });

  it.each([
    ['several blanks', 'Børne-  og   Ungdomsforvaltningen'],
    ['a no-break blank', 'Børne-\u00A0og Ungdomsforvaltningen'],
    ['a narrow no-break blank', 'Børne-\u202Fog Ungdomsforvaltningen'],
  ])('means the same administration and unit with %s in the name', (_what, administration) => {
    const owner = anna.replace('leader', 'processOwner').replace('Fjordskolen,', 'HR,Koncern \u00A0HR');
    const { people, problems } = read(header, owner.replace('Børne- og Ungdomsforvaltningen', administration));
    expect(problems).toEqual([]);
    expect(people).toMatchObject([{ administration: 'Børne- og Ungdomsforvaltningen', unit: 'Koncern HR' }]);
  });

  it.each(['\u00AD', '\u200C', '\u200D', '\u2061'])('is told a character in a name that is not seen: %j', (unseen) => {
    expect(problemsOf(header, anna.replace('Bæk', `B${unseen}æk`))).toEqual([
      { code: 'control-character', line: 2, column: 'name' },
    ]);
  });

  it.each(['sep=;', 'SEP=;', '"sep=;"', 'sep=;;;;'])('may begin with the line %s', (first) => {
    const { people, problems } = read(first, header.replaceAll(',', ';'), anna.replaceAll(',', ';'));
    expect(problems).toEqual([]);
    expect(people.map(({ line }) => line)).toEqual([3]);
  });

  it('is told the line of its header where the first line is sep=;', () => {
    const short = header.replace(',language', '').replaceAll(',', ';');
    expect(problemsOf('sep=;', short, 'x')[0]).toEqual({ code: 'column-missing', column: 'language', line: 2 });
    expect(problemsOf('sep=;', 'a;b', 'x')).toMatchObject([{ code: 'no-header', line: 2 }]);
    expect(listProblemText({ code: 'column-missing', column: 'language', line: 2 }, 'da')).toBe(
      'Kolonnen ”language” mangler i linje 2.',
    );
  });

  it('may leave out empty cells at the end of a row, and have some too many', () => {
    const optionalLast = 'email,name,role,administration,institution,language,managerEmail,unit,upn';
    const { people, problems } = read(optionalLast, 'anna@b.dk,Anna,leader,A,I,da', 'bo@b.dk,Bo,leader,A,I,da,,,,,,');
    expect(problems).toEqual([]);
    expect(people).toMatchObject([{ managerEmail: null, unit: null, upn: null }, { email: 'bo@b.dk' }]);
  });

  it('is told so when a row lacks a cell that must be filled in', () => {
    expect(problemsOf(header, 'anna@b.dk,Anna,leader,A,I')).toMatchObject([{ code: 'wrong-field-count', found: 5 }]);
  });

  it('may have line breaks in its quoted values, and counts the lines of the file', () => {
    const broken = anna.replace('Fjordskolen', '"Fjordskolen\r\nafdeling ""Nord"", 2. sal\n"');
    const berit = anna.replace('anna@', 'berit@').replace('leader', 'chief');
    expect(problemsOf(header, broken, berit)).toMatchObject([{ code: 'role-unknown', line: 5 }]);
    const { people, problems } = read(header, broken, anna.replace('anna@', 'berit@'));
    expect(problems).toEqual([]);
    expect(people.map(({ line, institution }) => [line, institution])).toEqual([
      [2, 'Fjordskolen afdeling "Nord", 2. sal'],
      [5, 'Fjordskolen'],
    ]);
  });

  it('may have line breaks in the names of its columns', () => {
    const { people, problems } = read(header.replace('role', '"role\r\n"'), anna);
    expect(problems).toEqual([]);
    expect(people.map(({ line }) => line)).toEqual([3]);
  });

  it.each([
    ['two rows in a row', 2],
    ['two rows far apart', 4],
  ])('loses the rows with a lost quotation mark and no other: %s', (_what, second) => {
    const rows = Array.from({ length: 5 }, (_, index) => anna.replace('anna@', `a${index}@`));
    rows[0] = anna.replace('Anna Bæk', '"Anna Bæk');
    rows[second - 1] = anna.replace('anna@', 'bo@').replace('Anna Bæk', 'Anna Bæk"');
    expect(problemsOf(header, ...rows)).toEqual([
      { code: 'quote-broken', line: 2 },
      { code: 'quote-broken', line: second + 1 },
    ]);
  });
});

describe('the columns that say who somebody is', () => {
  const columns = `${header},entraObjectId,upn,employeeNumber`;

  it('may name a UPN and an employee number', () => {
    const { people, problems } = read(columns, `${anna},,AB12@fjordby.example,0042`);
    expect(problems).toEqual([]);
    expect(people).toMatchObject([{ upn: 'ab12@fjordby.example', employeeNumber: '0042' }]);
  });

  it.each(['anna_firma.dk#EXT#@fjordby.onmicrosoft.com', "anna!o'brien^~@fjordby.example"])(
    'may name a UPN with the characters that Entra ID has: %s',
    (upn) => {
      const { people, problems } = read(columns, `${anna},,${upn},`);
      expect(problems).toEqual([]);
      expect(people).toMatchObject([{ upn: upn.toLowerCase() }]);
    },
  );

  it('have each address and number once, whether as e-mail or as UPN', () => {
    const bo = anna.replace('anna@', 'bo@');
    expect(problemsOf(columns, `${anna},,anna@fjordby.example,7`, `${bo},,ANNA@fjordby.example,7`)).toEqual([
      { code: 'email-twice', line: 3, firstLine: 2, email: 'anna@fjordby.example' },
      { code: 'employee-number-twice', line: 3, firstLine: 2, value: '7' },
    ]);
    expect(problemsOf(columns, `${anna},,AB12,`)).toEqual([{ code: 'upn-invalid', line: 2, value: 'AB12' }]);
  });

  it('name a manager by the former address also when the manager’s employee number has changed', () => {
    const known = [
      {
        id: idOf<PersonId>('anna'),
        name: 'Anna Holm',
        email: 'old@fjordby.example',
        upn: 'ab12@fjordby.example',
        entraObjectId: null,
        employeeNumber: '17',
        places: {},
        active: true,
      },
    ];
    const rows = [
      'new@fjordby.example,Anna Holm,manager,A,I,,,da,,ab12@fjordby.example,18',
      'bo@fjordby.example,Bo Holm,leader,A,I,,old@fjordby.example,da,,,19',
    ];
    const { people, problems } = readOrganisationFile(bytes([columns, ...rows].join('\n')), units, known);
    expect(problems).toEqual([]);
    expect(people[1]?.managerEmail).toBe('new@fjordby.example');
  });

  it('name a manager by UPN as well', () => {
    const bo = anna.replace('anna@', 'bo@').replace(',,,da', ',,ab12@fjordby.example,da');
    expect(problemsOf(columns, `${anna},,ab12@fjordby.example,`, `${bo},,,`)).toEqual([]);
  });
});

describe('a bad organisation file', () => {
  const { people, problems } = readOrganisationFile(fixture('organisation-bad.csv'), units);
  const on = (line: number) => problems.filter((problem) => 'line' in problem && problem.line === line);

  it('gives nobody', () => {
    expect(people).toEqual([]);
  });

  it('is told that a column is missing, and has its rows checked all the same', () => {
    expect(problems[0]).toEqual({ code: 'column-missing', column: 'language' });
    expect(problems.length).toBeGreaterThan(15);
  });

  it.each([2, 3, 4, 5, 7, 8, 9, 10, 13, 30])('has nothing wrong in line %d', (line) => {
    expect(on(line)).toEqual([]);
  });

  it.each<[number, object]>([
    [6, { code: 'not-utf8' }],
    [11, { code: 'role-unknown', value: 'leder', allowed: ['leader', 'processOwner', 'manager', 'admin'] }],
    [12, { code: 'role-unknown', value: 'souschef' }],
    [14, { code: 'email-twice', firstLine: 13, email: 'mette.nielsen@fjordby.example' }],
    [15, { code: 'email-twice', firstLine: 5, email: 'pernille.oestergaard@fjordby.example' }],
    [16, { code: 'manager-unknown', email: 'gitte.krogsgaard@fjordby.example' }],
    [17, { code: 'manager-invalid', value: '#I/T' }],
    [
      18,
      {
        code: 'manager-ring',
        members: [
          { line: 18, email: 'rikke.thygesen@fjordby.example' },
          { line: 19, email: 'michael.storgaard@fjordby.example' },
          { line: 20, email: 'merete.ulrik@fjordby.example' },
        ],
      },
    ],
    [21, { code: 'manager-ring', members: [{ line: 21, email: 'nils.brunsgaard@fjordby.example' }] }],
    [22, { code: 'email-invalid', value: 'allan.bruhn(at)fjordby.example' }],
    [23, { code: 'email-invalid', value: 'conny.lysholm@fjordby,example' }],
    [24, { code: 'value-missing', column: 'email' }],
    [25, { code: 'value-missing', column: 'name' }],
    [26, { code: 'wrong-field-count', expected: 7, found: 8 }],
    [27, { code: 'wrong-field-count', expected: 7, found: 4 }],
    [28, { code: 'unit-unknown', value: 'Koncern Økonomi og Løn', allowed: units }],
    [29, { code: 'unit-missing', allowed: units }],
  ])('is told what is wrong in line %d, and only that', (line, problem) => {
    expect(on(line)).toEqual([expect.objectContaining({ ...problem, line })]);
  });

  it('is told each ring of managers once', () => {
    expect(problems.filter(({ code }) => code === 'manager-ring')).toHaveLength(2);
  });
});

describe('a file', () => {
  it.each<[string, Uint8Array, ListProblem[]]>([
    ['without a byte', bytes(''), [{ code: 'empty-file' }]],
    ['with blank lines only', bytes('\r\n ;;\r\n'), [{ code: 'empty-file' }]],
    ['with a header only', bytes(`${header}\r\n,,,,,,,\r\n`), [{ code: 'no-rows' }]],
    ['that is a workbook', bytes('PK\u0003\u0004\u0000\u0000'), [{ code: 'not-text' }]],
    ['in UTF-16 without its mark', new Uint8Array(Buffer.from(header, 'utf16le')), [{ code: 'not-text' }]],
    ['in UTF-16 that is a picture', new Uint8Array([0xff, 0xfe, 0, 0, 1, 2]), [{ code: 'not-text' }]],
    [
      'whose header alone is not UTF-8',
      new Uint8Array([0x65, 0xf8, 0x0a, ...bytes('æ,ø')]),
      [{ code: 'not-utf8', line: 1 }],
    ],
  ])('%s is refused', (_what, file, problems) => {
    expect(readOrganisationFile(file, units)).toEqual({ people: [], problems, notes: [] });
  });

  it('without a header is told what to put there', () => {
    expect(problemsOf(anna, anna)).toEqual([{ code: 'no-header', expected: header.split(',') }]);
  });

  it('with more than 50,000 people is refused', () => {
    const rows = Array.from({ length: 50_001 }, (_, index) => anna.replace('anna', `a${index}`));
    expect(problemsOf(header, ...rows)).toEqual([{ code: 'too-many-rows', rows: 50_001, max: 50_000 }]);
  });

  it('with one column twice is refused', () => {
    expect(problemsOf(`${header},name`, `${anna},B`)).toEqual([{ code: 'column-twice', column: 'name' }]);
  });

  it('gives all the problems of a row', () => {
    const row = `anna,${'x'.repeat(201)},leader,A\u0007,I,Koncern X,anna@fjordby.example,sv`;
    expect(problemsOf(header, row).map(({ code }) => code)).toEqual([
      'email-invalid',
      'value-too-long',
      'control-character',
      'unit-unknown',
      'language-unknown',
      'manager-unknown',
    ]);
  });

  it('loses one row by a lost quotation mark, not the rest', () => {
    const berit = anna.replace('anna', 'berit').replace('leader', 'chief');
    expect(problemsOf(header, anna.replace('Anna Bæk', '"Anna Bæk'), berit)).toEqual([
      { code: 'quote-broken', line: 2 },
      expect.objectContaining({ code: 'role-unknown', line: 3 }),
    ]);
  });

  it('is not told that a manager is unknown whose own row cannot be read', () => {
    const berit = 'berit@fjordby.example,Berit Dam,leader,A,I,,anna@fjordby.example,da';
    expect(problemsOf(header, `${anna},x`, berit).map(({ code }) => code)).toEqual(['wrong-field-count']);
  });

  it('does not get lost in a chain of 50,000 managers', () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, index) => `a${index}@b.dk,N,manager,A,I,,a${(index + 1) % 50_000}@b.dk,da`,
    );
    const [ring, ...others] = problemsOf(header, ...rows);
    expect(ring?.code === 'manager-ring' && ring.members).toHaveLength(50_000);
    expect(others).toEqual([]);
  });
});

describe('the text of a problem', () => {
  const one: ListProblem = { code: 'role-unknown', line: 11, value: 'leder', allowed: ['leader', 'admin'] };

  it('names line, value and choices in both languages', () => {
    expect(listProblemText(one, 'da')).toBe('Linje 11: Rollen ”leder” kender jeg ikke. Skriv leader eller admin.');
    expect(listProblemText(one, 'en')).toBe('Line 11: I do not know the role “leder”. Write leader or admin.');
  });

  it.each(['da', 'en'] as const)('is one short sentence or two for every problem of the bad file (%s)', (language) => {
    const { problems } = readOrganisationFile(fixture('organisation-bad.csv'), units);
    for (const problem of problems) {
      const text = listProblemText(problem, language);
      expect(text).toMatch(/^[\p{Lu}].{10,250}\.$/u);
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });
});
