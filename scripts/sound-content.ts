/** Stops a build whose checklist content is not sound, with the place of every problem. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { builtInProblems } from '../shared/content/built-in-problems.ts';

const folders = ['structure', 'en', 'reference'];

export function soundContent(root: string): Plugin {
  return {
    name: 'onramp:sound-content',
    buildStart() {
      const texts = new Map<string, string>();
      for (const folder of folders) {
        const path = join(root, 'shared', 'content', folder);
        for (const name of readdirSync(path))
          texts.set(`shared/content/${folder}/${name}`, readFileSync(join(path, name), 'utf8'));
      }
      const problems = builtInProblems(texts);
      if (problems.length > 0) {
        this.error(
          `The content is not sound:\n${problems.map(({ place, problem }) => `  ${place}: ${problem}`).join('\n')}`,
        );
      }
    },
  };
}
