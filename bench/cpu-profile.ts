import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** The part of the product or of the stack a frame belongs to; null: the processor had nothing to do. */
function partOf({ functionName, url }: Profile['nodes'][number]['callFrame']): string | null {
  if (functionName === '(idle)') return null;
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (url === '') return functionName === '(program)' ? 'native code' : 'native functions';
  if (url.startsWith('node:')) return 'node';
  if (url.startsWith('wasm:')) return 'prisma (WebAssembly)';
  const own = /\/(src\/[^/]+|locales)\//.exec(url);
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url);
  return inPackage?.[1] ?? own?.[1] ?? 'other';
}

/** Shares of the busy time by package, in per cent, the largest first (node --cpu-prof in a folder). */
export function whereTimeGoes(folder: string): Record<string, number> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
  const largest = files
    .map((name) => path.join(folder, name))
    .toSorted((a, b) => statSync(b).size - statSync(a).size)[0];
  if (largest === undefined) throw new Error(`There is no profile in ${folder}`);
  const profile = JSON.parse(readFileSync(largest, 'utf8')) as Profile;
  const parts = new Map(profile.nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
  const times = new Map<string, number>();
  let busy = 0;
  for (const [n, id] of profile.samples.entries()) {
    const part = parts.get(id);
    const time = profile.timeDeltas[n] ?? 0;
    if (part === null || part === undefined) continue;
    busy += time;
    times.set(part, (times.get(part) ?? 0) + time);
  }
  const shares = [...times].map(([part, time]) => [part, Math.round((time / busy) * 100)] as const);
  const seen = shares.filter(([, share]) => share > 0);
  return Object.fromEntries(seen.toSorted((a, b) => b[1] - a[1]));
}
