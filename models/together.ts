import { isInTransaction } from './transaction.ts';

/**
 * Has a question asked once for all who ask it at the same moment, as the deliveries do that begin together. The answer
 * is as new as if each had asked: nobody gets one that was asked for before. A transaction asks for itself.
 */
export function together<Key extends string, Answer>(
  ask: (key: Key) => Promise<Answer>,
): (key: Key) => Promise<Answer> {
  const asking = new Map<Key, Promise<Answer>>();
  return (key) => {
    if (isInTransaction()) return ask(key);
    const asked = asking.get(key);
    if (asked) return asked;
    const answer = new Promise<void>((resolve) => void setImmediate(resolve)).then(() => {
      asking.delete(key);
      return ask(key);
    });
    asking.set(key, answer);
    return answer;
  };
}
