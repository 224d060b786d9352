import { people } from '../../sample-domain.ts';
import { packed } from '../act.ts';
import { type BadAct, notFound, unknownButton } from './stage.ts';

const file = { name: 'løn.png', size: 1, platform: 'teams', reference: 'http://169.254.169.254/latest/meta-data' };

/** Files that nobody has sent, and files of other people. */
export const files: BadAct[] = [
  [
    'a file that a card names',
    people.leader,
    unknownButton,
    (at) => ({
      button: packed('attach-files', { about: at.requestId, files: JSON.stringify([file]) }),
    }),
  ],
  [
    'a file list that is not JSON',
    people.leader,
    unknownButton,
    () => ({
      button: packed('attach-files', { files: '{{' }),
    }),
  ],
  [
    'the files of somebody else’s draft',
    people.hr,
    notFound,
    (at) => ({
      button: packed('show-files', { about: at.draftId }),
    }),
  ],
  [
    'the files of somebody else’s request',
    people.legal,
    notFound,
    (at) => ({
      button: packed('show-files', { about: at.requestId }),
    }),
  ],
];
