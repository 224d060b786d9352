/** What somebody was to press, read or answer is not there: an unknown person, a closed modal, a missing button. */
export class NotThere extends Error {
  override name = 'NotThere';
}
