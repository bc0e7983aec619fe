/** A choice about how things are shown that this browser remembers; never anything of a project. */
import { useCallback, useState } from 'react';

export function useStoredChoice<const T extends string>(
  key: string,
  choices: readonly [T, ...T[]] | readonly T[],
): [T, (choice: T) => void] {
  const [choice, setChoice] = useState<T>(() => {
    const stored = localStorage.getItem(key);
    const known = choices.find((one) => one === stored) ?? choices[0];
    if (known === undefined) throw new Error('there is nothing to choose from');
    return known;
  });
  const choose = useCallback(
    (next: T) => {
      localStorage.setItem(key, next);
      setChoice(next);
    },
    [key],
  );
  return [choice, choose];
}
