/** English words of the routing plan: ways, symmetry, failures and the drill. */

export const routeWords = {
  sites: 'Way of each site',
  flows: 'Way of each flow',
  symmetry: 'Symmetry analysis',
  symmetryOpen:
    'Not yet answered: without services and groups of people or servers there is no flow to trace.',
  symmetrySummary: '{count} flows were traced there and back, from the answers alone: {verdicts}.',
  symmetrySeen:
    '{count} flows were traced there and back, from the answers and, where it shows more, from evidence ({pieces}): {verdicts}.',
  seenPiece: '{file}, {day}',
  symmetryTable: {
    caption: 'Flows that you open, there and back',
    called: 'Calls from Microsoft, there and back',
    columns: {
      from: 'From',
      to: 'To',
      count: 'Flows',
      verdict: 'Verdict',
      out: 'Leaves at',
      back: 'Comes back at',
      way: 'Leaves and comes back at',
      why: 'Decided by',
    },
    back: '{out}, back at {back}',
  },
  failures: 'Failure matrix',
  failuresOpen: 'Not yet answered: without edges and circuits there is nothing that could fail.',
  failureTable: {
    caption: 'Flows that change when a part is lost, and how they end then',
    columns: {
      part: 'Without',
      flows: 'Flows',
      over: 'Overloaded then',
    },
    load: '{line}: {load} of {capacity} Mbps',
    tooSmall: 'Too small already with nothing lost: {lines}.',
  },
  failureSheet: {
    from: 'From',
    to: 'To',
    normal: 'Nothing lost',
    shortened: 'Shown are the first {shown} of {total} flows that any failure changes.',
    unchanged: 'No failure of a single part changes a flow.',
  },
  drill: 'Drill script',
  drillOpen: 'Not yet answered: the drill follows from the failure matrix.',
  drillTable: {
    caption: 'Failures to bring about, in this order',
    columns: { step: 'Step', part: 'Switch off', expected: 'What has to be seen' },
  },
};
