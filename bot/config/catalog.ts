import { z } from 'zod';
import { parts } from './group.ts';

/** The problem of a value that `isCatalog` refuses. */
export const notCatalog =
  'must be the id that Teams gave the uploaded app (a GUID); for several tenants TENANT=ID of each, separated by commas';

/** Tells whether a text is `ID`, or `TENANT=ID` of each tenant, separated by commas. */
export const isCatalog = (text: string): boolean => readEntries(text) !== null;

/**
 * Gives the contradictions to the allowed tenants: each tenant's catalogue gives an uploaded app an id of its own, so a
 * single id is for a single tenant.
 */
export function catalogProblems(text: string, allowed: readonly string[]): string[] {
  const tenants = allowed.map((tenant) => tenant.toLowerCase());
  const entries = readEntries(text) ?? [];
  if (entries.some(({ tenant }) => tenant === null))
    return tenants.length > 1 ? ['TEAMS_CATALOG_APP_ID must be TENANT=ID of each tenant, separated by commas'] : [];
  return entries
    .filter(({ tenant }) => tenant !== null && !tenants.includes(tenant))
    .map(({ tenant }) => `TEAMS_CATALOG_APP_ID names ${tenant}, which is not in TEAMS_ALLOWED_TENANTS`);
}

/** Gives the app's id in each tenant's catalogue, by tenant in lower case, for a text without problems. */
export function catalogAppIdsOf(text: string, [only = '']: readonly string[]): Record<string, string> {
  return Object.fromEntries((readEntries(text) ?? []).map(({ tenant, id }) => [tenant ?? only.toLowerCase(), id]));
}

function readEntries(text: string): { tenant: string | null; id: string }[] | null {
  const entries = parts(text).map(readEntry);
  const known = entries.filter((entry) => entry !== null);
  const tenants = new Set(known.map(({ tenant }) => tenant));
  if (known.length === 0 || known.length < entries.length || tenants.size < known.length) return null;
  return known.length > 1 && tenants.has(null) ? null : known;
}

function readEntry(text: string) {
  const ids = text.split('=').map((id) => id.trim());
  if (ids.length > 2 || !ids.every((id) => z.uuid().safeParse(id).success)) return null;
  const [tenant = '', id] = ids;
  return id === undefined ? { tenant: null, id: tenant } : { tenant: tenant.toLowerCase(), id };
}
