import { directoryOf } from '../../models/people/directory.ts';
import { command, organisationById } from './command.ts';

export const parked = command({
  takes: ['ORGANISATION'],
  says: 'lists messages that could not be delivered',
  async run(database, [id]) {
    const organisation = await organisationById(database, id);
    const rows = await database.stored.outbox.find({ organisation: organisation.id, state: 'parked' }).lean();
    const lines = rows.map(
      ({ at, message, to, problem }) => `${at.toISOString()} ${message.kind} to ${to}: ${problem}`,
    );
    return [...lines, `${rows.length} message(s) could not be delivered.`].join('\n');
  },
});

export const retry = command({
  takes: ['ORGANISATION'],
  says: 'sends them again',
  async run(database, [id]) {
    const organisation = await organisationById(database, id);
    const count = await directoryOf(database.stored).sendAgain(organisation.id);
    return `${count} message(s) will be sent again.`;
  },
});
