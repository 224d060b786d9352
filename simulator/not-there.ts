/** The target of an action does not exist: an unknown person, a closed modal, a missing button. */
export class NotThere extends Error {
  override name = 'NotThere';
}
