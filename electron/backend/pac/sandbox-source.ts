/**
 * What a PAC file finds around it, written in JavaScript because it runs inside the sandbox: the functions that browsers give
 * such files, a clock that stands still, names that resolve by a given table, and a memory of which conditions held.
 */

/** Evaluates to what is asked from outside: `start`, `ask` and `asked`; `trace` is the global the marked file reports to. */
export const sandboxSource = (trace: string) => `(function () {
'use strict';
var given, own, skip, hits, hit, pattern, held, last, names, usesClock, usesOwn;
var stringify = JSON.stringify, RealDate = Date, text = String;
var most = 200;

function begin(address, skipped) { own = address; skip = skipped; hits = 0; hit = -1; pattern = ''; held = []; last = -1; }
function note(list, value) { if (list.length < most) list[list.length] = value; }

var marks = {
  /** Called before a condition is looked at, so that only what matches within it counts as its match. */
  from: function () { return hits; },
  when: function (id, before, value) {
    if (id === skip) return false;
    if (value) note(held, hits > before ? [id, hit, pattern] : [id, -1, '']);
    return value;
  },
  hit: function (id, value) { if (value) { hits += 1; hit = id; } return value; },
  at: function (id, value) { last = id; return value; },
};
Object.freeze(marks);
Object.defineProperty(globalThis, ${JSON.stringify(trace)}, { value: marks });

function resolve(host) {
  host = text(host).toLowerCase();
  if (quad(host)) return host;
  if (Object.prototype.hasOwnProperty.call(given.names, host)) return given.names[host];
  if (names.length < most && names.indexOf(host) < 0) note(names, host);
  return null;
}
function quad(address) {
  var parts = /^(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})$/.exec(text(address));
  if (!parts) return null;
  var value = 0;
  for (var i = 1; i < 5; i += 1) {
    if (parts[i] > 255) return null;
    value = value * 256 + Number(parts[i]);
  }
  return { value: value >>> 0 };
}
/** Eight groups as one list of bits, or null. */
function wide(address) {
  address = text(address).toLowerCase();
  if (!/^[0-9a-f:]{2,39}$/.test(address)) return null;
  var halves = address.split('::');
  if (halves.length > 2) return null;
  var head = halves[0] ? halves[0].split(':') : [];
  var tail = halves[1] ? halves[1].split(':') : [];
  if (halves.length === 1 ? head.length !== 8 : head.length + tail.length > 7) return null;
  var groups = head.slice();
  while (groups.length + tail.length < 8) groups.push('0');
  groups = groups.concat(tail);
  var bits = '';
  for (var i = 0; i < 8; i += 1) {
    if (!/^[0-9a-f]{1,4}$/.test(groups[i])) return null;
    bits += ('000000000000000' + parseInt(groups[i], 16).toString(2)).slice(-16);
  }
  return bits;
}
function narrow(address) {
  var found = quad(address);
  if (!found) return null;
  return ('0000000000000000000000000000000' + found.value.toString(2)).slice(-32);
}

/** Stars and question marks, without ever going back further than to the last star. */
function glob(subject, pattern) {
  subject = text(subject); pattern = text(pattern);
  var at = 0, place = 0, star = -1, from = 0;
  while (at < subject.length) {
    if (place < pattern.length && pattern[place] === '*') { star = place; place += 1; from = at; }
    else if (place < pattern.length && (pattern[place] === '?' || pattern[place] === subject[at])) { at += 1; place += 1; }
    else if (star >= 0) { place = star + 1; from += 1; at = from; }
    else return false;
  }
  while (place < pattern.length && pattern[place] === '*') place += 1;
  return place === pattern.length;
}

/** Remembers what matched, for files that keep their patterns in lists. */
function matched(is, wanted) {
  if (is) pattern = text(wanted).slice(0, 253);
  return is;
}

var days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
var months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** The moment that was given, in the local time that was given or in GMT, and the arguments without that word. */
function timed(list) {
  usesClock = true;
  var rest = Array.prototype.slice.call(list);
  var isGmt = text(rest[rest.length - 1]).toUpperCase() === 'GMT';
  if (isGmt) rest.pop();
  return { rest: rest, date: new RealDate(given.now + (isGmt ? 0 : given.offset * 60000)) };
}
function between(value, first, end) {
  return first <= end ? first <= value && value <= end : value >= first || value <= end;
}
function datePart(value) {
  var month = months.indexOf(text(value).toUpperCase());
  if (month >= 0) return { unit: 'month', value: month };
  var number = Number(value);
  return { unit: number > 31 ? 'year' : 'day', value: number };
}
/** One number for the parts that are named, the year counting most. */
function dateValue(units, part) {
  var value = 0, weights = { year: 10000, month: 100, day: 1 };
  for (var i = 0; i < units.length; i += 1) value += weights[units[i]] * part(units[i]);
  return value;
}

var helpers = {
  isPlainHostName: function (host) { return text(host).indexOf('.') < 0 && text(host).indexOf(':') < 0; },
  dnsDomainIs: function (host, domain) {
    host = text(host); domain = text(domain);
    return matched(host.length >= domain.length && host.substring(host.length - domain.length) === domain, domain);
  },
  localHostOrDomainIs: function (host, whole) {
    return matched(text(host) === text(whole) || text(whole).lastIndexOf(text(host) + '.', 0) === 0, whole);
  },
  isResolvable: function (host) { return resolve(host) !== null; },
  isInNet: function (host, network, mask) {
    var address = quad(resolve(host)), start = quad(network), bits = quad(mask);
    return !!address && !!start && !!bits && (address.value & bits.value) === (start.value & bits.value);
  },
  dnsResolve: resolve,
  convert_addr: function (address) { var found = quad(address); return found ? found.value | 0 : 0; },
  myIpAddress: function () { usesOwn = true; return own; },
  dnsDomainLevels: function (host) { return text(host).split('.').length - 1; },
  shExpMatch: function (subject, wanted) { return matched(glob(subject, wanted), wanted); },
  weekdayRange: function () {
    var asked = timed(arguments);
    var first = days.indexOf(text(asked.rest[0]).toUpperCase());
    var end = asked.rest.length > 1 ? days.indexOf(text(asked.rest[1]).toUpperCase()) : first;
    return first >= 0 && end >= 0 && between(asked.date.getUTCDay(), first, end);
  },
  dateRange: function () {
    var asked = timed(arguments);
    var parts = asked.rest.map(datePart), half = parts.length === 1 ? 1 : parts.length / 2;
    if (parts.length === 0 || parts.length > 6 || half % 1 !== 0) return false;
    var units = parts.slice(0, half).map(function (part) { return part.unit; });
    var value = function (list) {
      return dateValue(units, function (unit) {
        for (var i = 0; i < list.length; i += 1) if (list[i].unit === unit) return list[i].value;
        return 0;
      });
    };
    var today = dateValue(units, function (unit) {
      return unit === 'year' ? asked.date.getUTCFullYear() : unit === 'month' ? asked.date.getUTCMonth() : asked.date.getUTCDate();
    });
    var first = value(parts.slice(0, half)), end = parts.length === 1 ? first : value(parts.slice(half));
    return between(today, first, end);
  },
  timeRange: function () {
    var asked = timed(arguments), rest = asked.rest.map(Number), date = asked.date;
    var now = (date.getUTCHours() * 60 + date.getUTCMinutes()) * 60 + date.getUTCSeconds();
    var at = function (hour, minute, second) { return (hour * 60 + minute) * 60 + second; };
    if (rest.length === 1) return date.getUTCHours() === rest[0];
    if (rest.length === 2) return between(date.getUTCHours(), rest[0], rest[1]);
    if (rest.length === 4) return between(now, at(rest[0], rest[1], 0), at(rest[2], rest[3], 59));
    return rest.length === 6 && between(now, at(rest[0], rest[1], rest[2]), at(rest[3], rest[4], rest[5]));
  },
  alert: function () {},
  myIpAddressEx: function () { usesOwn = true; return own; },
  dnsResolveEx: function (host) { return resolve(host) || ''; },
  isResolvableEx: function (host) { return resolve(host) !== null; },
  isInNetEx: function (host, prefix) {
    var parts = text(prefix).split('/'), size = Number(parts[1]);
    var read = wide(parts[0]) ? wide : narrow;
    var address = read(host) || read(resolve(host)), start = read(parts[0]);
    return !!address && !!start && size >= 0 && size <= start.length && address.slice(0, size) === start.slice(0, size);
  },
  sortIpAddressList: function (list) { return text(list); },
  getClientVersion: function () { return '1.0'; },
};
Object.keys(helpers).forEach(function (name) {
  Object.defineProperty(globalThis, name, { value: helpers[name], writable: true, configurable: true });
});

function StillDate(a, b, c, d, e, f, g) {
  var list = Array.prototype.slice.call(arguments);
  if (!new.target) { usesClock = true; return text(new RealDate(given.now)); }
  if (list.length === 0) { usesClock = true; return new RealDate(given.now); }
  return new (Function.prototype.bind.apply(RealDate, [null].concat(list)))();
}
StillDate.prototype = RealDate.prototype;
StillDate.now = function () { usesClock = true; return given.now; };
StillDate.UTC = RealDate.UTC;
StillDate.parse = RealDate.parse;
['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].forEach(function (part) {
  var read = RealDate.prototype['getUTC' + part], time = RealDate.prototype.getTime;
  RealDate.prototype['get' + part] = function () {
    return read.call(new RealDate(time.call(this) + given.offset * 60000));
  };
});
RealDate.prototype.getTimezoneOffset = function () { return -given.offset; };
RealDate.prototype.constructor = StillDate;
Object.defineProperty(globalThis, 'Date', { value: StillDate, writable: true, configurable: true });
Math.random = function () { return 0.5; };

return {
  start: function (from) { given = JSON.parse(from); names = []; usesClock = false; usesOwn = false; begin('127.0.0.1', -1); },
  ask: function (url, host, address, skipped) {
    begin(address, skipped);
    var find = typeof FindProxyForURL === 'function' ? FindProxyForURL : typeof FindProxyForURLEx === 'function' ? FindProxyForURLEx : null;
    if (!find) return '{"missing":true}';
    var answer = find(url, host);
    return stringify({
      answer: answer === undefined || answer === null ? '' : text(answer).slice(0, 2000),
      at: last, held: held,
    });
  },
  asked: function () { return stringify({ names: names, clock: usesClock, own: usesOwn }); },
};
})()`;
