import { adminTexts } from '../../locales/edges/admin.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { command, organisationById } from './command.ts';

export const parked = command({
  takes: ['ORGANISATION'],
  async run(database, [id], _config, _chosen, language) {
    const organisation = await organisationById(database, id, language);
    const words = adminTexts[organisation.language];
    const rows = await database.stored.outbox.find({ organisation: organisation.id, state: 'parked' }).lean();
    const lines = rows.map(({ at, message, to, problem }) =>
      words.undelivered(at.toISOString(), message.kind, to, problem ?? ''),
    );
    return [...lines, words.undeliveredCount(rows.length)].join('\n');
  },
});

export const retry = command({
  takes: ['ORGANISATION'],
  async run(database, [id], _config, _chosen, language) {
    const organisation = await organisationById(database, id, language);
    const words = adminTexts[organisation.language];
    const count = await directoryOf(database.stored).sendAgain(organisation.id);
    return words.sentAgain(count);
  },
});
