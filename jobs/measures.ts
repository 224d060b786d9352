/** The result of one try to deliver a row; `unknown`: the platform may have it, and nobody can tell. */
export type TryResult = 'sent' | 'settled' | 'put-off' | 'unknown' | 'parked';

/** Jobs report to the operator's metrics by this. A `kind` is that of the row, as it is stored. */
export interface DeliveryMeasures {
  /** A row was taken up `seconds` after it was due. */
  pickedUp(kind: string, seconds: number): void;
  tried(kind: string, result: TryResult): void;
}
