/** The operator is told what to do; everything else is a defect. */
export class Unusable extends Error {
  override name = 'Unusable';
}
