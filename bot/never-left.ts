/**
 * The errors of Node's net and dns modules after which nothing was sent: no connection was made
 * (https://nodejs.org/api/errors.html#common-system-errors).
 */
const beforeSending = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Tells whether a failed request surely did not leave this machine, by the codes of the error and its causes. */
export function neverLeft(error: unknown): boolean {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    const { code, errors, original } = one as Error & { code?: unknown; errors?: unknown; original?: unknown };
    if (typeof code === 'string' && beforeSending.includes(code)) return true;
    // Several addresses of one host were tried, and each failed.
    if (Array.isArray(errors) && errors.length > 0 && errors.every(neverLeft)) return true;
    if (original !== undefined && one.cause === undefined && neverLeft(original)) return true;
  }
  return false;
}
