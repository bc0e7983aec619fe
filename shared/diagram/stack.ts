/** Orders what stands in each column and gives it a height on the page, so that lines are short and mostly straight. */

/** Something in a column that takes up height: a box, or the gap that lines to further columns pass through. */
export type Item = {
  id: string;
  band: number;
  height: number;
  /** Room to keep to whatever stands below it. */
  gap: number;
  top: number;
  isLane?: true;
};

/** Where a line ends: at a height inside an item. */
export type Anchor = { item: Item; offset: number };

export type Pull = { left: Anchor; right: Anchor };

const sweeps = 12;

export function stackColumns(columns: readonly Item[][], pulls: readonly Pull[]): void {
  const neighbours = new Map<Item, { own: number; other: Anchor; isLeft: boolean }[]>();
  const note = (from: Anchor, other: Anchor, isLeft: boolean) => {
    const list = neighbours.get(from.item) ?? [];
    list.push({ own: from.offset, other, isLeft });
    neighbours.set(from.item, list);
  };
  for (const { left, right } of pulls) {
    note(left, right, false);
    note(right, left, true);
  }
  const of = (item: Item) => neighbours.get(item) ?? [];
  for (const column of columns) {
    sortBy(column, (_item, place) => place);
    spread(column);
  }
  for (const isLeft of [true, false, true, false]) {
    const order = isLeft ? columns : [...columns].reverse();
    for (const column of order) {
      sortBy(column, (item) => {
        const near = of(item).filter((one) => one.isLeft === isLeft);
        return near.length === 0 ? item.top : mean(near.map((one) => one.other.item.top + one.other.offset));
      });
      spread(column);
    }
  }
  const tallest = columns.reduce((most, column) => Math.max(most, heightOf(column)), 0);
  for (const column of columns) spread(column, (tallest - heightOf(column)) / 2);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      settle(
        column,
        column.map((item) => {
          const near = of(item);
          if (near.length === 0) return { top: item.top, weight: 0.05 };
          return {
            top: mean(near.map((one) => one.other.item.top + one.other.offset - one.own)),
            weight: near.length,
          };
        }),
      );
    }
  }
  for (const item of columns.flat()) item.top = Math.round(item.top);
  alignLanes(columns, pulls);
}

/** The next best thing to a straight line is no small step in it. */
const smallStep = 16;

function alignLanes(columns: readonly Item[][], pulls: readonly Pull[]): void {
  for (const { left, right } of pulls) {
    if (!left.item.isLane || !right.item.isLane) continue;
    const step = left.item.top - right.item.top;
    if (step === 0 || Math.abs(step) > smallStep) continue;
    if (hasRoom(columns, right.item, step)) right.item.top += step;
    else if (hasRoom(columns, left.item, -step)) left.item.top -= step;
  }
}

function hasRoom(columns: readonly Item[][], item: Item, step: number): boolean {
  const column = columns.find((one) => one.includes(item)) ?? [];
  const place = column.indexOf(item);
  const above = column[place - 1];
  const below = column[place + 1];
  const top = item.top + step;
  return (
    (!above || above.top + above.height + above.gap <= top) &&
    (!below || top + item.height + item.gap <= below.top)
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sortBy(column: Item[], rank: (item: Item, place: number) => number): void {
  const ranks = new Map(column.map((item, place) => [item, rank(item, place)]));
  column.sort((one, other) => one.band - other.band || (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
}

function heightOf(column: readonly Item[]): number {
  return column.reduce((sum, item) => sum + item.height + item.gap, 0) - (column.at(-1)?.gap ?? 0);
}

function spread(column: readonly Item[], from = 0): void {
  let top = from;
  for (const item of column) {
    item.top = top;
    top += item.height + item.gap;
  }
}

/** As near as can be to where each would like to be, in this order and without overlap: pools those that push each other. */
function settle(column: readonly Item[], wishes: readonly { top: number; weight: number }[]): void {
  const pools: { value: number; weight: number; items: Item[] }[] = [];
  const shifts = new Map<Item, number>();
  let shift = 0;
  for (const [place, item] of column.entries()) {
    shifts.set(item, shift);
    const wish = wishes[place] ?? { top: item.top, weight: 1 };
    pools.push({ value: wish.top - shift, weight: wish.weight, items: [item] });
    shift += item.height + item.gap;
    for (let last = pools.length - 1; last > 0; last -= 1) {
      const lower = pools[last];
      const upper = pools[last - 1];
      if (!lower || !upper || upper.value <= lower.value) break;
      const weight = upper.weight + lower.weight;
      upper.value = (upper.value * upper.weight + lower.value * lower.weight) / weight;
      upper.weight = weight;
      upper.items.push(...lower.items);
      pools.pop();
    }
  }
  for (const pool of pools) for (const item of pool.items) item.top = pool.value + (shifts.get(item) ?? 0);
}
