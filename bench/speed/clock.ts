const tuesday = new Date('2026-11-24T09:00:00+01:00');

/**
 * The clock of all processes stands in the working hours of a Tuesday, so that owners get messages at once whenever
 * this runs.
 */
export const atWork = (): Date => tuesday;
