import { defineMessage } from '../../delivery/message.ts';
import { requestArrived } from './request-arrived.ts';

/** The leader has corrected the words of a request that its unit has been told of. */
export const requestRevised = defineMessage({ ...requestArrived, kind: 'request-revised' });

/** The leader has added to the words of a request that its unit has been told of. */
export const requestAdded = defineMessage({ ...requestArrived, kind: 'request-added' });
