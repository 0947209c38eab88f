// The day of what a build is made of, so that the same sources give the same bytes: SOURCE_DATE_EPOCH where it is set, else the
// day of the last commit that touched the folder; null where neither is known (the page then names no day).

import { spawnSync } from 'node:child_process';

export function day(folder) {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const run = spawnSync('git', ['log', '-1', '--format=%cs', '--', folder], { encoding: 'utf8' });
  const [found] = run.stdout?.match(/^\d{4}-\d{2}-\d{2}/) ?? [];
  if (!found) console.warn(`day: neither SOURCE_DATE_EPOCH nor a commit says of which day ${folder} is`);
  return found ?? null;
}
