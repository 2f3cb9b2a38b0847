import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ok } from '../domain/shared/result.ts';
import { loadAll } from '../storage/all-editions.ts';
import { prepareDataDir } from '../storage/data-dir.ts';
import { databaseHealth } from '../storage/database-health.ts';
import { takeLock } from '../storage/lock.ts';
import { Refused, type Runner, withJson } from './command.ts';
import { placeOf } from './context.ts';
import type { Outcome } from './outcome.ts';
import type { Ports, Settings } from './ports.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Node runs the TypeScript sources as they are from this version on. */
const NODE = [22, 18] as const;

/** Looks whether the bot can run here. Changes nothing but that DATA_DIR is made, prints no secret. */
export function addDoctorCommand(program: Command, runner: Runner, ports: Ports): void {
  withJson(program.command('doctor').description('check whether the bot can run here')).action(
    async (options: { json?: boolean }) => {
      const settings = ports.settings();
      const checks = settings.ok
        ? [passed('environment', 'read'), ...(await checksOf(settings.value))]
        : [{ name: 'environment', ok: false, detail: settings.error }];
      const healthy = checks.every((check) => check.ok);
      const lines = checks.map(
        (check) => `${check.ok ? 'ok  ' : 'FAIL'} ${check.name}: ${check.detail}`,
      );
      const outcome: Outcome = ok({ json: { ok: healthy, checks }, lines });
      runner.plain(options, () => outcome);
      if (!healthy) throw new Refused('Something is wrong: see the checks above that failed.');
    },
  );
}

const passed = (name: string, detail: string): Check => ({ name, ok: true, detail });

async function checksOf(configured: Settings): Promise<Check[]> {
  const { settings, sandbox } = placeOf(configured);
  const checks: Check[] = [nodeCheck(process.versions.node)];
  const prepared = await prepareDataDir(settings.dataDir);
  checks.push({
    name: 'dataDir',
    ok: prepared.ok,
    detail: prepared.ok ? `${settings.dataDir}${sandbox ? ' (sandbox)' : ''}` : prepared.error,
  });
  checks.push(databaseCheck(settings));
  const editions = loadAll(settings.dataDir);
  checks.push({
    name: 'checklists',
    ok: editions.ok,
    detail: editions.ok
      ? editions.value.map((one) => `${one.id} ${one.edition}`).join(', ')
      : editions.error,
  });
  checks.push(keyCheck(settings));
  if (prepared.ok) checks.push(lockCheck(settings));
  checks.push(passed('timeZone', settings.timeZone));
  checks.push(
    passed(
      'token',
      settings.botToken === null
        ? 'not set: npm start opens the sandbox'
        : 'set, of the right form',
    ),
  );
  return checks;
}

function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > NODE[0] || (major === NODE[0] && minor >= NODE[1]);
  return {
    name: 'node',
    ok: fits,
    detail: fits ? version : `${version}: use Node ${NODE.join('.')} or newer`,
  };
}

function databaseCheck({ databaseFile }: Settings): Check {
  const name = 'database';
  if (!existsSync(databaseFile)) return passed(name, `${databaseFile} is made at the first start`);
  const health = databaseHealth(databaseFile);
  return { name, ok: health.ok, detail: health.ok ? health.value : health.error };
}

function keyCheck({ dataDir, secretKey, databaseFile }: Settings): Check {
  const name = 'key';
  if (secretKey !== null) return passed(name, 'SECRET_KEY is set');
  const file = path.join(dataDir, 'secret.key');
  if (existsSync(file)) return passed(name, `${file}: keep a copy with the backups`);
  return existsSync(databaseFile)
    ? {
        name,
        ok: false,
        detail: `${file} is missing: put it back from a backup, or set SECRET_KEY`,
      }
    : passed(name, `${file} is made at the first start`);
}

/** Both answers are right: the commands work beside a running bot. */
function lockCheck({ dataDir }: Settings): Check {
  const lock = takeLock(dataDir);
  if (!lock.ok) return passed('bot', 'running');
  lock.value.release();
  return passed('bot', 'not running');
}
