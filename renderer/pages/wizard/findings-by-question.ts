/** Sorts the findings to the questions they came from, keeping the same lists as long as nothing in them changed. */
import { replaceEqualDeep } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Finding } from '../../../shared/view.ts';

export type FindingsByQuestion = Readonly<Record<string, readonly Finding[]>>;

export function useFindingsByQuestion(findings: readonly Finding[]): FindingsByQuestion {
  const before = useRef<FindingsByQuestion>({});
  return useMemo(() => {
    const sorted: Record<string, Finding[]> = {};
    for (const finding of findings) {
      for (const question of new Set(finding.from.map((origin) => origin.question))) {
        const list = sorted[question];
        if (list) list.push(finding);
        else sorted[question] = [finding];
      }
    }
    // Cards are drawn anew only when their own list is another one.
    before.current = replaceEqualDeep(before.current, sorted);
    return before.current;
  }, [findings]);
}
