import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

let panic = null;

// The engine looks its panic hook up under this name; without it a panic ends the process with 0.
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(message) {
    panic = message;
    process.stderr.write(`${JSON.stringify({ level: 'ERROR', fields: { message } })}\n`);
  },
};

const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
const { instance } = await WebAssembly.instantiate(
  readFileSync(path.join(folder, 'schema_engine_bg.wasm')),
  { './schema_engine_bg.js': glue },
);
glue.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

export const version = () => glue.version();
export const lastPanic = () => panic;
export const newEngine = (datamodels, connections) =>
  glue.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    connections,
  );
