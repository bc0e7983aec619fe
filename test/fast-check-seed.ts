/**
 * Gives the property tests of a build machine the same cases every time, so that what fails there can be repeated; at a
 * desk they are fresh ones at each run, and fast-check prints the seed of a failure.
 */
import fc from 'fast-check';

if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_121 });
