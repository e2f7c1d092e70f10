/** The ids in a cycle, or between two, of a graph: what is left after removing all leaves repeatedly. */
export function inCircles(arrows: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const left = peeled(arrows);
  const turned = new Map<string, string[]>();
  for (const [from, tos] of arrows) {
    if (!left.has(from)) continue;
    for (const to of tos) {
      if (!left.has(to)) continue;
      const back = turned.get(to);
      if (back) back.push(from);
      else turned.set(to, [from]);
    }
  }
  return peeled(turned);
}

/** Removes nodes without remaining successors. */
function peeled(arrows: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const pointedFrom = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const [from, tos] of arrows) {
    const known = tos.filter((to) => arrows.has(to));
    counts.set(from, known.length);
    for (const to of known) {
      const list = pointedFrom.get(to);
      if (list) list.push(from);
      else pointedFrom.set(to, [from]);
    }
  }
  const ends = [...counts].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    counts.delete(id);
    for (const from of pointedFrom.get(id) ?? []) {
      const count = (counts.get(from) ?? 0) - 1;
      counts.set(from, count);
      if (count === 0) ends.push(from);
    }
  }
  return new Set(counts.keys());
}
