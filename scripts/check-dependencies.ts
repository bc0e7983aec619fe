/**
 * `npm run dependencies`: fails when a package has a licence we do not use, or when a shipped one has a known vulnerability.
 * The second needs a registry that answers; where none does, it says that it did not look.
 */
import { spawnSync } from 'node:child_process';
import { root } from './built.mjs';
import { isAllowed } from './licences.ts';
import { insidePackages, lockedPackages } from './shipped-packages.ts';

type Audit = {
  vulnerabilities?: Record<string, { severity: string; nodes: string[]; range: string }>;
};

const packages = lockedPackages(root);
const inside = new Set(insidePackages(root)?.map(({ place }) => place));
const shipped = new Set(
  packages.filter(({ place, development }) => !development || inside.has(place)).map(({ place }) => place),
);

const refused = packages.filter(({ place, license }) => !isAllowed(license, !shipped.has(place)));
for (const { place, version, license } of refused)
  console.error(`${place} ${version}: the licence "${license}" is not one we use.`);

/** Undefined where the registry gave no answer. */
function audit(): Audit | undefined {
  const quick = ['--fetch-retries=0', '--fetch-timeout=10000'];
  const { stdout } = spawnSync('npm', ['audit', '--json', '--package-lock-only', ...quick], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 60_000,
  });
  try {
    const answer = JSON.parse(stdout) as Audit;
    return answer.vulnerabilities ? answer : undefined;
  } catch {
    return undefined;
  }
}

const answer = audit();
let dangerous = 0;
for (const [name, { severity, nodes, range }] of Object.entries(answer?.vulnerabilities ?? {})) {
  const reaches = nodes.some((place) => shipped.has(place));
  if (reaches && (severity === 'high' || severity === 'critical')) dangerous += 1;
  console.error(
    `${name} ${range}: known vulnerability, ${severity}${reaches ? ', shipped' : ', not shipped'}.`,
  );
}

const looked = answer
  ? `${dangerous} serious known vulnerabilities in what is shipped`
  : 'known vulnerabilities not checked, because the registry gave no answer';
const bundles = inside.size > 0 ? '' : ' (before a build, bundled packages count as not shipped)';
console.log(
  `${packages.length} packages, ${shipped.size} shipped${bundles}: ${refused.length} licences refused; ${looked}.`,
);
if (refused.length > 0 || dangerous > 0) process.exitCode = 1;
