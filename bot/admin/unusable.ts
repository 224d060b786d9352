/** A mistake that the operator can correct by the message; all other errors are defects. */
export class Unusable extends Error {
  override name = 'Unusable';
}
