/** The go-live runbook in English: each step with its check and its way back. */
export const runbookWords = {
  caption: 'Steps in order',
  date: 'The first traffic moves on {date}.',
  dateAndWindow:
    'The first traffic moves on {date}, in a window of {hours} hours that includes the way back.',
  columns: { number: '#', step: 'Step', check: 'Check', back: 'Way back', owner: 'Owner', state: 'State' },
  states: { done: 'Done', open: 'Not yet', failed: 'Failed' },
  steps: {
    provisioned: {
      what: 'Have each circuit provisioned by the provider.',
      check: 'Azure shows Enabled, the provider Provisioned.',
      back: 'None needed: no traffic moves.',
    },
    validated: {
      what: 'Configure Microsoft peering and wait for the validation of the prefixes.',
      check: 'advertisedPublicPrefixesState is Configured.',
      back: 'Remove the peering.',
    },
    filtered: {
      what: 'Attach the route filter with the chosen communities.',
      check: 'The filter lists the peering, and only the values of this plan.',
      back: 'Take the filter off: no prefix is received without it.',
    },
    arp: {
      what: 'Look at the ARP tables of both links.',
      check: 'Both show an On-Prem and a Microsoft entry with an address.',
      back: 'None needed.',
    },
    sessions: {
      what: 'Bring up both BGP sessions.',
      check: 'Both are established and have received prefixes.',
      back: 'Shut the session down on your router.',
    },
    announced: {
      what: 'Advertise the prefixes of this plan on both links.',
      check: 'Each prefix shows in both route tables of the circuit, and nothing else does.',
      back: 'Withdraw the prefixes: Microsoft answers over the internet again.',
    },
    received: {
      what: 'Compare the prefixes received with those expected, and hold them back from the network.',
      check: 'Number and regions match; nothing spreads beyond the edge yet.',
      back: 'Refuse the routes at the edge.',
    },
    prepared: {
      what: 'Walk through symmetry, test plan and way back with a second person.',
      check: 'Each flow has its request and reply written down; the way back is reviewed.',
      back: 'None needed.',
    },
    allowed: {
      what: 'Put the ExpressRoute address pools on the allow-lists.',
      check: 'Named locations, IP firewall and third parties know every pool.',
      back: 'Keep the old addresses on the lists until the end.',
    },
    host: {
      what: 'Move a single host.',
      check: 'Trace both directions, sign in, open each application.',
      back: 'Withdraw the host’s route or PAC entry.',
    },
    segment: {
      what: 'Move one segment.',
      check: 'The same, plus load on both links and the help desk’s tickets.',
      back: 'Withdraw the segment’s routes or PAC file.',
    },
    region: {
      what: 'Move the rest, region by region.',
      check: 'The same; compare load with the capacity chapter.',
      back: 'Withdraw the region’s routes or PAC file.',
    },
    failover: {
      what: 'Take down each link, the whole circuit and the internet edge in turn.',
      check: 'Traffic moves as planned, and comes back.',
      back: 'Bring the part back up.',
    },
    leak: {
      what: 'Test for leaks: from inside the path, from outside the refusal.',
      check: 'Inside, the egress is the ExpressRoute pool; outside, the policy refuses.',
      back: 'Correct routing or policy and test again.',
    },
    handover: {
      what: 'Hand over to operations.',
      check: 'Contacts, service keys, alerts and the date of the next failover test are in place.',
      back: 'The project keeps the duty until then.',
    },
  },
};
