import type { AnyId, UnitId } from '../domain/ids.ts';

/** An id that a test makes up, or has read where ids are plain text. */
export const idOf = <Kind extends AnyId>(text: string): Kind => text as Kind;

/** Units of the sample municipality. */
export const units = {
  hr: idOf<UnitId>('koncern-hr'),
  it: idOf<UnitId>('koncern-it'),
  legal: idOf<UnitId>('koncernjura'),
  communication: idOf<UnitId>('koncernkommunikation'),
};
