// Cuts the serif to what a news page needs: three scripts, the weight axis for upright, one weight for italic. Run by `npm run fonts`; its output is kept in fonts/.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

const source = path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/source-serif-4/package.json'));
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('');
const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + '–—‘’‚“”„•…‹›€™−';
const scripts = {
  latin,
  'latin-ext': range(0x100, 0x17f) + 'ȘșȚțẞ',
  cyrillic: range(0x400, 0x45f) + 'Ґґ№₴',
};
const keepFeatures = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk'];

for (const [name, text] of Object.entries(scripts)) {
  for (const style of ['normal', 'italic']) {
    const whole = fs.readFileSync(path.join(source, `files/source-serif-4-${name}-wght-${style}.woff2`));
    const wght = style === 'normal' ? { min: 400, max: 700 } : 400;
    const cut = await subsetFont(whole, text, { targetFormat: 'woff2', variationAxes: { wght }, keepFeatures, noHinting: true, noLayoutClosure: true });
    const file = style === 'normal' ? `${name}.woff2` : `${name}-italic.woff2`;
    fs.writeFileSync(path.join('fonts', file), cut);
    console.log(file, cut.length);
  }
}
fs.copyFileSync(path.join(source, 'LICENSE'), 'fonts/LICENSE');
