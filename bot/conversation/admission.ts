import { NotKnownYet } from './in-time.ts';

/** Beyond this many for each place, some will not be done in time. */
const crowd = 2;

interface Waiting {
  begin(): void;
}

/** More than any burst: what lies beyond it could not be answered in time, and comes again. */
const mostWaiting = 5000;

/**
 * Lets arrivals in, a few at once: a database that is asked two hundred things at once does them all late, and
 * transactions that collide are done several times. The first come first; between organisations, each in its turn.
 */
export class Admission {
  private readonly atOnce: number;
  private readonly queues = new Map<string, Waiting[]>();
  private underWay = 0;
  private waiting = 0;

  /** @param atOnce how many are worked on at the same time */
  constructor(atOnce: number) {
    this.atOnce = atOnce;
  }

  /**
   * Does the work when it is its turn.
   * @throws NotKnownYet when too many wait already
   */
  async admit<Value>(organisation: string, work: () => Promise<Value>): Promise<Value> {
    if (this.underWay >= this.atOnce) await this.turnOf(organisation);
    else this.underWay += 1;
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  /** Tells whether so many wait that the program itself takes its time to answer anybody. */
  isCrowded(): boolean {
    return this.waiting > crowd * this.atOnce;
  }

  private turnOf(organisation: string): Promise<void> {
    if (this.waiting >= mostWaiting) throw new NotKnownYet('too many arrivals wait');
    this.waiting += 1;
    return new Promise((begin) => {
      const queue = this.queues.get(organisation);
      if (queue) queue.push({ begin });
      else this.queues.set(organisation, [{ begin }]);
    });
  }

  /** Hands the place on to the next organisation in turn, or gives it up. */
  private next(): void {
    const [first] = this.queues;
    if (!first) {
      this.underWay -= 1;
      return;
    }
    const [organisation, queue] = first;
    this.queues.delete(organisation);
    const one = queue.shift();
    // Behind the others.
    if (queue.length > 0) this.queues.set(organisation, queue);
    this.waiting -= 1;
    one?.begin();
  }
}
