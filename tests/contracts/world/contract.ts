import { attachmentsContract, commentsContract, postingsContract, roomsContract } from './conversations.ts';
import { outboxContract, outcomesContract, parkedContract, seriesContract } from './delivery.ts';
import { importsContract, joinsContract, peopleContract, settingsContract, strangerWordsContract } from './people.ts';
import { campaignsContract, draftsContract, requestsContract } from './requests.ts';
import { type Opens, organisations, type Stage } from './stage.ts';
import { copiesContract, scopeContract, transactionsContract } from './transactions.ts';

/** Everything that domain/ports.ts promises, held against the database and against the world in memory. */
export function worldContract(open: Opens): void {
  let stage: Stage | undefined;
  const now = () => {
    if (!stage) throw new Error('the world was not opened');
    return stage;
  };
  beforeEach(async () => {
    stage = await open(organisations);
  });
  afterEach(async () => {
    await stage?.close();
    stage = undefined;
  });

  describe('people', () => peopleContract(now));
  describe('settings', () => settingsContract(now));
  describe('imports', () => importsContract(now));
  describe('requests to join', () => joinsContract(now));
  describe('the words of strangers', () => strangerWordsContract(now));
  describe('requests', () => requestsContract(now));
  describe('drafts', () => draftsContract(now));
  describe('comments', () => commentsContract(now));
  describe('attachments', () => attachmentsContract(now));
  describe('rooms', () => roomsContract(now));
  describe('postings', () => postingsContract(now));
  describe('campaigns', () => campaignsContract(now));
  describe('the outbox', () => outboxContract(now));
  describe('a series', () => seriesContract(now));
  describe('what is parked', () => parkedContract(now));
  describe('outcomes', () => outcomesContract(now));
  describe('a transaction', () => transactionsContract(now));
  describe('a stored value', () => copiesContract(now));
  describe('an organisation', () => scopeContract(now));
}
