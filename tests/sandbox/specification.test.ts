import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { methods } from '../../src/sandbox/bot-api/methods/table.ts';
import { spec } from '../../src/sandbox/bot-api/spec.ts';

it('the specification is what the generator makes of the installed types', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'spec-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const made = join(folder, 'spec.json');
  const script = fileURLToPath(new URL('../../scripts/bot-api-spec.mjs', import.meta.url));
  await promisify(execFile)(process.execPath, [script, made]);
  expect(JSON.parse(await readFile(made, 'utf8'))).toEqual(spec);
});

it('every method carried out is one of the specification', () => {
  const unknown = [...methods.keys()].filter((name) => !(name in spec.methods));
  expect(unknown).toEqual([]);
});

it('the specification knows lengths, units and unions', () => {
  expect(spec.methods.createForumTopic?.name).toEqual({
    type: 'String',
    required: true,
    min: 1,
    max: 128,
    unit: 'characters',
  });
  expect(spec.objects.InlineKeyboardButton?.callback_data).toEqual({
    type: 'String',
    min: 1,
    max: 64,
    unit: 'bytes',
  });
  expect(spec.methods.deleteMessages?.message_ids).toEqual({
    type: { array: 'Integer' },
    required: true,
    min: 1,
    max: 100,
    unit: 'items',
  });
  expect(spec.methods.sendMessage?.text).toEqual({ type: 'String', required: true });
});
