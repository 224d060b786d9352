/** A call that the bot made to a platform. */
export interface Call {
  platform: 'teams' | 'slack';
  /** Slack's method, or the connector's verb and path. */
  call: string;
  status: number;
}

/** What the next matching calls meet instead of an answer. */
export interface Fault {
  platform: 'teams' | 'slack';
  /** Part of the call's name. */
  call: string;
  status: number;
  retryAfterSeconds?: number;
  times: number;
}

/** The platform's bad days, on order, and a record of every call. */
export class Faults {
  readonly calls: Call[] = [];
  private readonly waiting: Fault[] = [];

  next(fault: Fault): void {
    this.waiting.push({ ...fault });
  }

  take(platform: Call['platform'], call: string): Fault | null {
    const fault = this.waiting.find((one) => one.times > 0 && one.platform === platform && call.includes(one.call));
    if (!fault) return null;
    fault.times -= 1;
    return fault;
  }

  record(platform: Call['platform'], call: string, status: number): void {
    this.calls.push({ platform, call, status });
  }
}
