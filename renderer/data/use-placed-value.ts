/**
 * The value of one place in a project as a form sees it: what was just put there shows at once, and what could not be saved
 * yet keeps showing, also after leaving the page and coming back.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf } from '../../shared/contract.ts';
import { writerOf } from './client.ts';
import type { ProjectCall } from './project-writer.ts';
import { useProjectId } from './use-project.ts';

type Place<T> = {
  /** Names the place: writes to the same one replace each other. */
  key: string;
  stored: T;
  write: (value: T) => { name: ProjectCall; input: Omit<InputOf<ProjectCall>, 'project'> };
  /** Reads the value back from a write that is still on its way. */
  read: (input: InputOf<ProjectCall>) => T;
};

export type PlacedValue<T> = {
  value: T;
  put: (value: T) => void;
  /** True while the store may still show something older than what was put. */
  unsettled: () => boolean;
};

export function usePlacedValue<T>({ key, stored, write, read }: Place<T>): PlacedValue<T> {
  const project = useProjectId();
  const writer = writerOf(project);
  const latest = useRef({ write, read });
  latest.current = { write, read };
  const outstanding = useRef(0);
  const [local, setLocal] = useState<{ value: T } | null>(() => {
    const input = writer.unsavedInput(key);
    return input === undefined ? null : { value: read(input) };
  });

  // What was found on its way when the form opened is settled when the writer has nothing left.
  useEffect(
    () =>
      writer.subscribe(() => {
        if (writer.state.kind === 'idle' && outstanding.current === 0) setLocal(null);
      }),
    [writer],
  );

  const put = useCallback(
    (value: T) => {
      setLocal({ value });
      outstanding.current += 1;
      const { name, input } = latest.current.write(value);
      const whole = { project, ...input } as InputOf<ProjectCall>;
      void writer.send(name, whole, { key, repeatable: true }).then((reply) => {
        outstanding.current -= 1;
        // What was refused stays in the form: the bar says so, and offers to try again.
        if (outstanding.current === 0 && reply.ok) setLocal(null);
      });
    },
    [writer, project, key],
  );
  const unsettled = useCallback(
    () => outstanding.current > 0 || writer.unsavedInput(key) !== undefined,
    [writer, key],
  );
  return { value: local ? local.value : stored, put, unsettled };
}
