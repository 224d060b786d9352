import fc from 'fast-check';
import { newcomer, type PersonChange } from '../../../../domain/people/import/list-change.ts';
import type { ListRow } from '../../../../domain/people/import/list-row.ts';
import { planImport } from '../../../../domain/people/import/plan-import.ts';
import { keptChange, planUndo } from '../../../../domain/people/import/undo.ts';
import type { Person } from '../../../../domain/people/person.ts';
import { listReportTexts } from '../../../../locales/people/list-report.ts';
import { idOf, units } from '../../../ids.ts';

const person = (id: string, changes: Partial<Person> = {}): Person => ({
  ...newcomer,
  id: idOf(id),
  name: `${id} Holm`,
  email: `${id}@by.dk`,
  upn: null,
  entraObjectId: null,
  employeeNumber: null,
  roles: ['leader'],
  administration: 'A',
  administrationId: idOf('a'),
  institution: 'I',
  unit: null,
  managerEmail: null,
  managerId: null,
  language: 'da',
  letIn: false,
  ...changes,
});

const rowOf = ({ id: _id, ...one }: Person, changes: Partial<ListRow> = {}): ListRow => ({
  line: 2,
  email: one.email,
  name: one.name,
  roles: one.roles,
  administration: one.administration,
  institution: one.institution,
  unit: one.unit,
  managerEmail: one.managerEmail,
  language: one.language,
  entraObjectId: one.entraObjectId,
  upn: one.upn,
  employeeNumber: one.employeeNumber,
  ...changes,
});

function planner() {
  let serial = 0;
  return (rows: readonly ListRow[], known: readonly Person[]) => planImport(rows, known, () => idOf(`new-${++serial}`));
}

const of = (changes: readonly PersonChange[], id: string) => changes.find((change) => change.after.id === id)?.after;
const apply = (known: readonly Person[], changes: readonly PersonChange[]) => [
  ...new Map([...known, ...changes.map((change) => change.after)].map((one) => [one.id, one])).values(),
];

const [anna, bo] = [person('anna', { entraObjectId: 'o-anna' }), person('bo')];

test('a new e-mail with the same object id leaves the person who they are', () => {
  const { changes, doubts } = planner()([rowOf(anna, { email: 'anna.dam@by.dk', name: 'Anna Dam' })], [anna]);
  expect(changes).toHaveLength(1);
  expect(of(changes, 'anna')).toMatchObject({ email: 'anna.dam@by.dk', name: 'Anna Dam', active: true });
  expect(doubts).toEqual([]);
});

test('the same e-mail with another object id is another person; the earlier one leaves and keeps what is theirs', () => {
  const row = rowOf(anna, { entraObjectId: 'o-new', name: 'Nynne Lund' });
  const { changes, doubts } = planner()([row], [anna]);
  expect(of(changes, 'anna')).toMatchObject({ active: false, email: 'anna@former.invalid', name: 'anna Holm' });
  expect(of(changes, 'new-1')).toMatchObject({ active: true, email: 'anna@by.dk', entraObjectId: 'o-new' });
  const other = { name: 'anna Holm', email: 'anna@by.dk' };
  const doubt = { code: 'somebody-else', has: 'address', other, isNew: true, remains: false, byNumber: false };
  expect(doubts).toMatchObject([doubt]);
});

test('a new name with a new employee number is another person, and the report says how to keep one person', () => {
  const eva = person('eva', { employeeNumber: '1', name: 'Eva Holm' });
  const row = rowOf(eva, { employeeNumber: '2', name: 'Evy Dam' });
  const { changes, doubts } = planner()([row], [eva]);
  expect(of(changes, 'eva')).toMatchObject({ active: false, name: 'Eva Holm' });
  expect(doubts).toMatchObject([{ code: 'somebody-else', isNew: true, byNumber: true }]);
  const [doubt] = doubts;
  if (!doubt) throw new Error('nothing is doubted');
  expect(listReportTexts.da.doubt(doubt)).toMatch(/ lad employeeNumber stå tomt i linjen\.$/);
  const kept = planner()([{ ...row, employeeNumber: null }], [eva]);
  expect(of(kept.changes, 'eva')).toMatchObject({ active: true, name: 'Evy Dam', employeeNumber: '1' });
  const renumbered = planner()([row], [{ ...eva, name: 'Evy Dam' }]);
  expect(of(renumbered.changes, 'eva')).toMatchObject({ active: true, employeeNumber: '2' });
  expect(renumbered.doubts).toEqual([]);
});

test('two people may take each other’s addresses', () => {
  const [one, two] = [person('one', { employeeNumber: '1' }), person('two', { employeeNumber: '2' })];
  const rows = [rowOf(one, { email: two.email }), rowOf(two, { email: one.email, line: 3 })];
  const { changes, doubts } = planner()(rows, [one, two]);
  expect([of(changes, 'one')?.email, of(changes, 'two')?.email]).toEqual([two.email, one.email]);
  expect(doubts).toMatchObject([{ remains: true }, { remains: true }]);
});

test('an address that goes over without an id to tell people by is told by the name', () => {
  const { doubts } = planner()([rowOf(bo, { name: 'Karen Vestergaard' })], [bo]);
  expect(doubts).toMatchObject([{ code: 'other-name', line: 2, before: { name: 'bo Holm' } }]);
  for (const name of ['Bo Vestergaard', 'Holm, Bo', 'Bo H. Holm', 'Ib Bo Holm'])
    expect(planner()([rowOf(bo, { name })], [bo]).doubts).toEqual([]);
});

test('an employee number that a row has now is nobody else’s', () => {
  const [one, two] = [person('one', { employeeNumber: '1' }), person('two', { entraObjectId: 'o-two' })];
  const rows = [rowOf(one, { employeeNumber: null }), rowOf(two, { employeeNumber: '1', line: 3 })];
  const { changes } = planner()(rows, [one, two]);
  expect([of(changes, 'one')?.employeeNumber, of(changes, 'two')?.employeeNumber]).toEqual([null, '1']);
});

test('an address that goes over to somebody with the same family name is told, too', () => {
  for (const name of ['Karen Holm', 'Holm, Karen']) {
    const { doubts } = planner()([rowOf(bo, { name })], [bo]);
    expect(doubts).toMatchObject([{ code: 'other-name', line: 2, before: { name: 'bo Holm' } }]);
  }
});

test('a list that fits two people equally well says so, with their lines', () => {
  const [one, two] = [person('one', { upn: 'x@by.dk' }), person('two', { upn: 'x@by.dk' })];
  const { doubts } = planner()([rowOf(bo, { email: 'x@by.dk', line: 7 })], [one, two]);
  expect(doubts).toMatchObject([{ code: 'undecided', line: 7, lines: [7] }]);
});

test('a manager stays the manager under a new address, also of somebody whom the list does not name', () => {
  const manager = person('m', { entraObjectId: 'o-m', roles: ['manager'] });
  const letIn = person('guest', { letIn: true, managerId: idOf('m'), managerEmail: manager.email });
  const under = person('under', { managerId: idOf('m'), managerEmail: manager.email });
  const rows = [rowOf(manager, { email: 'new@by.dk' }), rowOf(under, { managerEmail: 'new@by.dk', line: 3 })];
  const { changes } = planner()(rows, [manager, letIn, under]);
  for (const id of ['guest', 'under']) {
    expect(of(changes, id)).toMatchObject({ managerId: idOf('m'), managerEmail: 'new@by.dk', active: true });
  }
});

test('a chat in Teams goes with the object id', () => {
  const teams = { user: 'o-anna', conversation: 'a:1' };
  const polluted = person('bo', { places: { teams, slack: { user: 'U1' } }, chat: 'teams' });
  const { changes } = planner()([rowOf(anna), rowOf(polluted, { line: 3 })], [anna, polluted]);
  expect(of(changes, 'bo')).toMatchObject({ places: { slack: { user: 'U1' } }, chat: null, active: true });
});

test('proves a chat anew when somebody else has the address that proved it', () => {
  const places = { slack: { user: 'U1' }, teams: { user: 'o-anna' } };
  const head = person('head', { employeeNumber: '1', places, chat: 'slack' });
  const next = { name: 'Nynne Lund', employeeNumber: '2', line: 3 };
  const moved = planner()([rowOf(head, { email: 'new@by.dk' }), rowOf(head, next)], [head]).changes;
  expect(of(moved, 'head')).toMatchObject({ places: {}, chat: null, active: true });
  expect(of(planner()([rowOf(head, next)], [head]).changes, 'head')).toMatchObject({ places: {}, active: false });
  const known = { ...head, entraObjectId: 'o-anna' };
  const kept = planner()([rowOf(known, { email: 'new@by.dk' }), rowOf(head, next)], [known]).changes;
  expect(of(kept, 'head')?.places).toEqual({ teams: { user: 'o-anna' } });
  const married = planner()([rowOf(head, { email: 'new@by.dk' })], [head]).changes;
  expect(of(married, 'head')).toMatchObject({ places, chat: 'slack' });
});

test('a list without ids takes none back, and asks nobody for another language', () => {
  const { changes } = planner()([rowOf(anna, { entraObjectId: null, language: 'en' })], [anna]);
  expect(changes).toEqual([]);
});

test('a person who was let in stays until the list names them', () => {
  const guest = person('guest', { letIn: true });
  expect(planner()([rowOf(anna)], [anna, guest]).changes).toEqual([]);
  const { changes } = planner()([rowOf(anna), rowOf(guest, { line: 3 })], [anna, guest]);
  expect(of(changes, 'guest')).toMatchObject({ letIn: false, active: true });
});

describe('undoing an import', () => {
  const undo = (known: readonly Person[], changes: readonly PersonChange[], meanwhile = (all: Person[]) => all) =>
    planUndo(changes.map(keptChange), meanwhile(apply(known, changes)), [{ id: units.hr, name: 'Koncern HR' }]);

  test('lets nobody in again who was shut out since, and keeps what people chose', () => {
    const { changes } = planner()(
      [rowOf(anna, { name: 'Anna Dam' }), rowOf(bo, { name: 'Bo Dam', line: 3 })],
      [anna, bo],
    );
    const undone = undo([anna, bo], changes, (all) =>
      all.map((one) => (one.id === 'bo' ? { ...one, active: false } : { ...one, language: 'en' })),
    );
    expect(of(undone, 'bo')).toMatchObject({ name: 'bo Holm', active: false });
    expect(of(undone, 'anna')).toMatchObject({ name: 'anna Holm', language: 'en' });
  });

  test('leaves a chat with the person who uses it since', () => {
    const places = { slack: { user: 'U1', channel: 'D1' } };
    const known = [
      person('one', { employeeNumber: '1', places, chat: 'slack' }),
      person('two', { employeeNumber: '2' }),
    ];
    const [one, two] = known as [Person, Person];
    const rows = [rowOf(one, { email: 'new@by.dk' }), rowOf(two, { email: one.email, line: 3 })];
    const { changes } = planner()(rows, known);
    expect(of(changes, 'one')).toMatchObject({ places: {}, chat: null });
    const undone = undo(known, changes, (all) =>
      all.map((each) => (each.id === 'two' ? { ...each, places, chat: 'slack' } : each)),
    );
    expect(of(undone, 'one')).toMatchObject({ email: one.email, places: {}, chat: null });
    expect(of(undo(known, changes), 'one')).toMatchObject({ email: one.email, places, chat: 'slack' });
  });

  test('leaves an address with whoever was let in by it since', () => {
    const { changes } = planner()([rowOf(anna, { email: 'new@by.dk' })], [anna]);
    const guest = person('guest', { email: 'anna@by.dk', letIn: true });
    const undone = undo([anna], changes, (all) => [...all, guest]);
    expect(of(undone, 'guest')).toBeUndefined();
    expect(of(undone, 'anna')?.email).not.toBe('anna@by.dk');
  });

  test('leaves a person in their new unit when the one before is closed', () => {
    const owner = person('owner', { roles: ['processOwner'], unit: units.hr });
    const { changes } = planner()([rowOf(owner, { unit: units.it, institution: 'Rådhuset' })], [owner]);
    expect(of(undo([owner], changes), 'owner')).toMatchObject({ unit: units.it, institution: owner.institution });
  });

  test('of any list gives everybody back what was theirs, and no address to two people', () => {
    const some = <Value extends string>(...values: Value[]) => fc.constantFrom(null, ...values);
    const fields = {
      entraObjectId: some('o1', 'o2', 'o3'),
      employeeNumber: some('1', '2', '3'),
      name: fc.constantFrom('Anna Holm', 'Bo Dam'),
      unit: fc.constantFrom(null, units.hr, units.it),
    };
    const distinct = <Value>(one: fc.Arbitrary<Value>, key: (value: Value) => (string | null)[]) =>
      fc
        .array(one, { maxLength: 4 })
        .map((all) =>
          all.filter(
            (value, at) =>
              !all.slice(0, at).some((other) => key(other).some((part, i) => part && part === key(value)[i])),
          ),
        );
    const email = fc.constantFrom('a@by.dk', 'b@by.dk', 'c@by.dk', 'd@by.dk');
    const ids = (one: { email: string; entraObjectId: string | null; employeeNumber: string | null }) => [
      one.email,
      one.entraObjectId,
      one.employeeNumber,
    ];
    const known = distinct(fc.record({ ...fields, email, active: fc.boolean(), letIn: fc.boolean() }), ids).map((all) =>
      all.map((one, at) => person(`p${at}`, { ...one, letIn: one.letIn && one.active })),
    );
    const lists = distinct(fc.record({ ...fields, email }), ids);
    fc.assert(
      fc.property(known, lists, (people, list) => {
        const rows = list.map((one, at) => rowOf(person('x', one), { line: at + 2 }));
        const { changes } = planner()(rows, people);
        const imported = apply(people, changes);
        const emails = imported.map((one) => one.email);
        expect(new Set(emails).size).toBe(emails.length);
        expect(imported.filter((one) => one.active && !one.letIn)).toHaveLength(rows.length);
        expect(planner()(rows, imported).changes).toEqual([]);
        const undone = apply(imported, planUndo(changes.map(keptChange), imported, []));
        expect(undone.filter(({ id }) => id.startsWith('p'))).toEqual(people);
        expect(undone.filter(({ id, active }) => !id.startsWith('p') && active)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

test('a new name of an administration is the new name of those who have left as well', () => {
  const gone = person('carl', { active: false });
  const { changes } = planner()([rowOf(anna, { administration: 'B' })], [anna, gone]);
  expect(of(changes, 'anna')).toMatchObject({ administration: 'B', administrationId: 'a' });
  expect(of(changes, 'carl')).toMatchObject({ administration: 'B', administrationId: 'a', active: false });
});
