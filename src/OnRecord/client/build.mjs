// Bundles what browsers are sent into ../wwwroot/built: names with a hash, each with its Brotli and gzip form, and a manifest.
import * as esbuild from 'esbuild';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const out = '../wwwroot/built';
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });

const manifest = {};
const write = (name, bytes) => {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const file = `${path.parse(name).name}.${hash}${path.extname(name)}`;
  fs.writeFileSync(path.join(out, file), bytes);
  if (!name.endsWith('.woff2')) {
    const size = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    fs.writeFileSync(path.join(out, `${file}.br`), zlib.brotliCompressSync(bytes, { params: size }));
    fs.writeFileSync(path.join(out, `${file}.gz`), zlib.gzipSync(bytes, { level: 9 }));
  }
  return (manifest[name] = file);
};

for (const font of fs.readdirSync('fonts').filter((name) => name.endsWith('.woff2'))) write(font, fs.readFileSync(`fonts/${font}`));
write('icon.svg', fs.readFileSync('reader/icon.svg'));

const linkFonts = {
  name: 'link-fonts',
  setup: (build) => build.onResolve({ filter: /^font:/ }, (found) => ({ path: `/assets/${manifest[found.path.slice(5)]}`, external: true })),
};
const bundle = async (entry, name) => {
  const built = await esbuild.build({
    entryPoints: [entry], bundle: true, minify: true, write: false, legalComments: 'none', format: 'esm', plugins: [linkFonts],
    target: name.endsWith('.css') ? ['chrome123', 'firefox121', 'safari17.5'] : ['es2022'],
  });
  write(name, Buffer.from(built.outputFiles[0].contents));
};
await bundle('reader/reader.css', 'reader.css');
await bundle('reader/reader.ts', 'reader.js');
await bundle('reader/check/check.ts', 'check.js');
await bundle('reader/comment/comment.ts', 'comment.js');
await bundle('desk/desk.css', 'desk.css');
await bundle('desk/desk.ts', 'desk.js');
await bundle('desk/pictures.ts', 'pictures.js');
await bundle('editor/editor.ts', 'editor.js');
await bundle('desk/passkeys.ts', 'passkeys.js');
await bundle('desk/site.ts', 'site.js');
await bundle('desk/composition.ts', 'composition.js');
await bundle('desk/comments.ts', 'comments.js');
fs.writeFileSync(path.join(out, 'manifest.json'), JSON.stringify(manifest));
