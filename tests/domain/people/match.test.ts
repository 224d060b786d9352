import fc from 'fast-check';
import { evidences, type Identity, type Known, matchPeople, matchPerson } from '../../../domain/people/match.ts';
import { idOf } from '../../ids.ts';

const known = (id: string, changes: Partial<Known> = {}): Known => ({
  id: idOf(id),
  name: id,
  email: `${id}@by.dk`,
  upn: null,
  entraObjectId: null,
  employeeNumber: null,
  places: {},
  active: true,
  ...changes,
});
const identity = (changes: Partial<Identity>): Identity => ({
  email: null,
  upn: null,
  entraObjectId: null,
  employeeNumber: null,
  ...changes,
});
const inTeams = (user: string) => ({ places: { teams: { user, conversation: 'a:1' } } });

describe('matching a person', () => {
  const anna = known('anna', { entraObjectId: 'O1', employeeNumber: '17', upn: 'ab12@by.dk' });

  test.each<[string, Partial<Identity>]>([
    ['object id, with another e-mail', { entraObjectId: 'o1', email: 'anna.holm@by.dk' }],
    ['object id, with another employee number', { entraObjectId: 'O1', employeeNumber: '18' }],
    ['employee number', { employeeNumber: '17', email: 'anna.holm@by.dk' }],
    ['e-mail in capitals', { email: 'ANNA@by.dk' }],
    ['UPN in the e-mail’s place', { email: 'AB12@by.dk' }],
    ['e-mail in the UPN’s place', { upn: 'anna@by.dk', email: 'a.h@by.dk' }],
  ])('finds them by %s', (_by, changes) => {
    expect(matchPerson(identity(changes), [known('bo'), anna])).toBe(anna);
  });

  test.each<[string, Partial<Identity>]>([
    ['object id', { entraObjectId: 'O2', email: 'anna@by.dk', employeeNumber: '17' }],
    ['employee number', { employeeNumber: '18', email: 'anna@by.dk' }],
  ])('takes another %s for another person, whatever else is the same', (_what, changes) => {
    const row = identity(changes);
    const { matched, passedOver } = matchPeople([row], [anna]);
    expect(matched.size).toBe(0);
    expect(passedOver.get(row)).toEqual([anna]);
  });

  test('lets an employee number change with the job, and takes another number under another name for another person', () => {
    const hans = known('h', { name: 'Hans P. Ravn', employeeNumber: '17' });
    const named = (name: string) => identity({ employeeNumber: '18', email: 'h@by.dk', name });
    expect(matchPerson(named('Ravn, Hans'), [hans])).toBe(hans);
    for (const name of ['Karen Ravn', 'Hans Holm', 'Ulla Pihl', ''])
      expect(matchPerson(named(name), [hans])).toBeNull();
  });

  test('finds them by the chat in Teams when nothing else is known, and takes another chat for another person', () => {
    const met = known('anna', inTeams('O1'));
    expect(matchPerson(identity({ entraObjectId: 'o1', email: 'new@by.dk' }), [met])).toBe(met);
    expect(matchPerson(identity({ entraObjectId: 'O2', email: 'anna@by.dk' }), [met])).toBeNull();
  });

  test('believes the list where a chat contradicts it', () => {
    const polluted = known('bo', inTeams('O1'));
    expect(matchPerson(identity({ entraObjectId: 'O1' }), [polluted, anna])).toBe(anna);
    expect(
      matchPerson(identity({ entraObjectId: 'O1' }), [known('bo', { ...inTeams('O1'), entraObjectId: 'O9' })]),
    ).toBeNull();
  });

  test('prefers an active person to one who has left, and finds one who has left when nobody else fits', () => {
    const gone = known('gone', { upn: 'x@by.dk', active: false });
    const there = known('there', { upn: 'x@by.dk' });
    expect(matchPerson(identity({ email: 'x@by.dk' }), [gone, there])).toBe(there);
    expect(matchPerson(identity({ email: 'x@by.dk' }), [gone])).toBe(gone);
  });
});

describe('undecided matches', () => {
  test('leaves a row undecided that fits two people equally well', () => {
    const people = [known('a', { upn: 'x@by.dk' }), known('b', { upn: 'x@by.dk' })];
    const row = identity({ email: 'x@by.dk' });
    expect(matchPeople([row], people)).toMatchObject({ matched: new Map(), undecided: [{ rows: [row], people }] });
  });

  test('leaves two rows undecided that fit one person equally well', () => {
    const anna = known('anna', { upn: 'ab@by.dk' });
    const rows = [identity({ email: '1@by.dk', upn: 'anna@by.dk' }), identity({ email: 'ab@by.dk' })];
    const { matched, undecided } = matchPeople(rows, [anna]);
    expect(matched.size).toBe(0);
    expect(undecided).toEqual([{ rows: expect.arrayContaining(rows), people: [anna] }]);
  });

  test('follows the stronger likeness when there is one, and passes the other person over', () => {
    const [anna, bo] = [known('anna', { entraObjectId: 'O1' }), known('bo')];
    const row = identity({ entraObjectId: 'O1', email: 'bo@by.dk' });
    const { matched, passedOver, undecided } = matchPeople([row], [anna, bo]);
    expect(matched.get(row)).toEqual({ person: anna, by: 'entraObjectId' });
    expect(passedOver.get(row)).toEqual([bo]);
    expect(undecided).toEqual([]);
  });
});

describe('for any list and any people', () => {
  const some = <Value extends string>(...values: Value[]) => fc.constantFrom(null, ...values);
  const identities = {
    entraObjectId: some('O1', 'O2', 'o3'),
    employeeNumber: some('1', '2', '3'),
    upn: some('a@by.dk', 'b@by.dk', 'c@by.dk'),
  };
  const emails = fc.constantFrom('a@by.dk', 'B@by.dk', 'c@by.dk', 'd@by.dk');
  const rows = fc.array(fc.record({ ...identities, email: emails }), { maxLength: 4 });
  const everybody = fc
    .array(fc.record({ ...identities, email: emails, active: fc.boolean(), user: some('O1', 'O2') }), { maxLength: 4 })
    .map((all) => all.map(({ user, ...one }, at) => known(`p${at}`, { ...one, ...(user ? inTeams(user) : {}) })));
  const idsOf = (matches: ReturnType<typeof matchPeople>, of: readonly Identity[]) =>
    of.map((row) => matches.matched.get(row)?.person.id ?? null);

  test('gives nobody two rows, nor two object ids', () => {
    fc.assert(
      fc.property(rows, everybody, (list, people) => {
        const { matched } = matchPeople(list, people);
        const found = [...matched.values()].map(({ person }) => person);
        expect(new Set(found).size).toBe(found.length);
        for (const [row, { person, by }] of matched) {
          expect(evidences).toContain(by);
          if (row.entraObjectId && person.entraObjectId)
            expect(row.entraObjectId.toLowerCase()).toBe(person.entraObjectId.toLowerCase());
        }
      }),
    );
  });

  test('does not depend on the order of rows and people', () => {
    fc.assert(
      fc.property(rows, everybody, (list, people) => {
        const turned = matchPeople(list.toReversed(), people.toReversed());
        expect(idsOf(turned, list)).toEqual(idsOf(matchPeople(list, people), list));
      }),
    );
  });

  test('makes every row matched, undecided or a new person’s, and never two of them', () => {
    fc.assert(
      fc.property(rows, everybody, (list, people) => {
        const { matched, undecided } = matchPeople(list, people);
        const open = undecided.flatMap((one) => one.rows);
        expect(new Set(open).size).toBe(open.length);
        for (const row of open) expect(matched.has(row)).toBe(false);
      }),
    );
  });

  test('finds each person in a list of the people as they are', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 8 });
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.boolean()), (numbers, stream) => {
        const people = numbers.map((number) =>
          known(`p${number}`, stream.next().value ? { entraObjectId: `O${number}`, upn: `u${number}@by.dk` } : {}),
        );
        expect(idsOf(matchPeople(people, people), people)).toEqual(people.map(({ id }) => id));
      }),
    );
  });
});
