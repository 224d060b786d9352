import type { Person } from '../../web/playground/api.ts';
import { findPeople, initials, placeOf, roleOf, suggestedPeople } from '../../web/playground/people.ts';

function person(name: string, title: string, language: 'da' | 'en' = 'da'): Person {
  const email = `${name.split(' ')[0]?.toLowerCase()}@fjordby.example`;
  return { email, name, title, language, installs: ['teams'], rooms: [], isStranger: false };
}

const henrik = person('Henrik Vestergaard Toft', 'chef, Direktionen');
const paul = person('Paul Smith', 'leader, Harbour School', 'en');
const aase = person('Åse Brøndum', 'leder, Bækskolen');
const mette = person('Mette Holm', 'leder, Skoler Syd');
const people = [henrik, paul, aase, mette];

test('suggests the first Danish speaker of each role, the most common role first', () => {
  expect(suggestedPeople(people)).toEqual([aase, henrik]);
});

test('suggests the people of the README’s tour before the others of their role', () => {
  const hans = { ...person('Hans P. K. Ravn', 'leder, Skovbrynet Skole'), email: 'hans.ravn@fjordby.example' };
  expect(suggestedPeople([...people, hans])).toEqual([hans, henrik]);
});

test('gives people who are not on the list a role of their own, whatever they do', () => {
  const stranger = { ...person('Sofie Lundgreen', 'leder, Lærkeskolen'), isStranger: true };
  expect(suggestedPeople([...people, stranger])).toEqual([aase, henrik, stranger]);
  expect([roleOf(stranger), placeOf(stranger)]).toEqual(['En, der ikke står på listen', 'Lærkeskolen']);
});

test.each([
  ['holm', [mette]],
  ['LEDER syd', [mette]],
  ['bækskolen', [aase]],
  ['åse', [aase]],
  ['henrik@fjordby', [henrik]],
  ['skolen', []],
  ['', people],
])('finds everybody with words that begin with “%s”', (query, found) => {
  expect(findPeople(people, query)).toEqual(found);
});

test('splits a title into a role and a place', () => {
  const both = person('Bo Lind', 'chef, Skoler, Nord');
  expect([roleOf(both), placeOf(both)]).toEqual(['chef', 'Skoler, Nord']);
});

test.each([
  ['Henrik Vestergaard Toft', 'HT'],
  ['Åse Brøndum', 'ÅB'],
  ['Madonna', 'M'],
])('the initials of %s are %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
