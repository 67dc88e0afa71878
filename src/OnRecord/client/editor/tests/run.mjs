// Bundles each *.test.ts of the editor and of the reader's pages, and runs them with Node's own runner.
import * as esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = fs.mkdtempSync(path.join(os.tmpdir(), 'client-tests-'));
const tests = [here, path.join(here, '../../reader/tests')].flatMap((folder) =>
  fs.readdirSync(folder).filter((name) => name.endsWith('.test.ts')).map((name) => path.join(folder, name)));
await esbuild.build({ entryPoints: tests, bundle: true, platform: 'node', format: 'esm', outdir: out, entryNames: '[name]', outExtension: { '.js': '.mjs' } });
const run = spawnSync(process.execPath, ['--test', ...tests.map((test) => path.join(out, path.basename(test).replace('.ts', '.mjs')))], { stdio: 'inherit' });
fs.rmSync(out, { recursive: true });
process.exit(run.status ?? 1);
