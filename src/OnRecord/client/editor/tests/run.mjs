// Bundles each *.test.ts and runs it with Node's own runner.
import * as esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = fs.mkdtempSync(path.join(os.tmpdir(), 'editor-tests-'));
const tests = fs.readdirSync(here).filter((name) => name.endsWith('.test.ts'));
await esbuild.build({ entryPoints: tests.map((name) => path.join(here, name)), bundle: true, platform: 'node', format: 'esm', outdir: out, outExtension: { '.js': '.mjs' } });
const run = spawnSync(process.execPath, ['--test', ...tests.map((name) => path.join(out, name.replace('.ts', '.mjs')))], { stdio: 'inherit' });
fs.rmSync(out, { recursive: true });
process.exit(run.status ?? 1);
