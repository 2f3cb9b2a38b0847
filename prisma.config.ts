import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma's native schema engine is downloaded from its vendor's host; the project runs the same engine
// as WebAssembly instead, so that nothing but the package registry is needed (docs/decisions/0002).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(
  import.meta.dirname,
  'scripts/schema-engine.mjs',
);

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'file:./data/dev.db' },
});
