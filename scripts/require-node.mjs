/** Says in one sentence what to do where the Node that runs is too old; imported first by every script. */

/** @type {readonly [number, number]} */
const oldest = [22, 12];

/**
 * @param {string} version
 * @returns {string | undefined} what is wrong, if anything is
 */
export function problemWithNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined;
  return (
    `Onramp needs Node ${oldest.join('.')} or newer and this is Node ${version}: ` +
    'run "npm rebuild node --ignore-scripts=false" to install the copy of Node that comes with the project, ' +
    'or install Node 24 yourself.'
  );
}

const problem = problemWithNode(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
