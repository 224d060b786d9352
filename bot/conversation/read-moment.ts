/** The moment that a platform names; null when it names none. */
export function readMoment(named: string | number): Date | null {
  const at = new Date(named);
  return Number.isNaN(at.getTime()) ? null : at;
}
