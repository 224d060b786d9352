/** The address at which the tenant's chats are served: below `/teams/`, or in a region below that once they were moved. */
export class Home {
  /** Empty: in none. */
  region = '';
  private readonly base: () => string;

  constructor(base: () => string) {
    this.base = base;
  }

  serviceUrl(): string {
    return `${this.base()}/teams/${this.region === '' ? '' : `${this.region}/`}`;
  }

  /** From now on the old address knows none of the chats. */
  move(region: string): void {
    this.region = region;
  }
}
