import { setTimeout as pause } from 'node:timers/promises';
import { areas } from '../../../domain/vocabulary.ts';
import { numberIn, type Press, wish } from './acts.ts';
import type { Acknowledged } from './audit.ts';
import type { Scene } from './scene.ts';

/** A killed instance keeps the chat of an owner for a minute, so that more would only wait there. */
const longestPauseMs = 1500;

/** People who send one request after the other. */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  ends = false;
  private readonly scene: Scene;
  private readonly random: () => number;
  private readonly left: Array<{ text: string; press: Press }> = [];

  /** @param random numbers from 0 up to 1 */
  constructor(scene: Scene, random: () => number) {
    this.scene = scene;
    this.random = random;
  }

  async run(email: string): Promise<void> {
    while (!this.ends) {
      await pause(this.random() * longestPauseMs);
      const sent = wish(this.scene, email, areas[Math.floor(this.random() * areas.length)]);
      if (!(await this.tries(sent))) this.left.push(sent);
    }
  }

  /** Presses what had no receipt until it has one. @returns how many never got one */
  async insist(seconds: number): Promise<number> {
    const end = performance.now() + seconds * 1000;
    let open = this.left;
    while (open.length > 0 && performance.now() < end) {
      const done = await Promise.all(open.map((one) => this.tries(one)));
      open = open.filter((_one, index) => !done[index]);
    }
    return open.length;
  }

  private async tries({ text, press }: { text: string; press: Press }): Promise<boolean> {
    for (let tries = 0; tries < 3; tries++) {
      // The instance was killed, or is gone: the same button once more.
      const number = await press.go().then(numberIn, () => null);
      if (number === null) continue;
      this.acknowledged.push({ text, number });
      return true;
    }
    return false;
  }
}

/** Mulberry32: the same numbers from 0 up to 1 for the same seed. */
export function seeded(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
