/** The licences that may reach the customer, and those that may be used to build; an expression of several is read. */
const forCustomers = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
];
const forBuilding = [...forCustomers, 'Python-2.0', 'CC-BY-4.0', 'WTFPL'];

/** Whether an SPDX expression can be met: of "A OR B" one must be allowed, of "A AND B" both. */
export function isAllowed(expression: string, development: boolean): boolean {
  const allowed = development ? forBuilding : forCustomers;
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const one = (): boolean => {
    const token = tokens[at++];
    if (token !== '(') return token !== undefined && allowed.includes(token);
    const inner = either();
    return tokens[at++] === ')' && inner;
  };
  const both = (): boolean => {
    let met = one();
    while (tokens[at] === 'AND') {
      at += 1;
      met = one() && met;
    }
    return met;
  };
  const either = (): boolean => {
    let met = both();
    while (tokens[at] === 'OR') {
      at += 1;
      met = both() || met;
    }
    return met;
  };
  return either() && at === tokens.length;
}
