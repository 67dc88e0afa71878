// Where a story may link to: the same rule as SafeAddress in OnRecord.Documents.
const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

export function safeLink(address: string | null | undefined): string | null {
  // Browsers drop tabs and line breaks inside an address (WHATWG URL, basic URL parser, step 3), so we must before judging it.
  const text = [...(address ?? '')].filter((c) => c > ' ' && c !== '\u007f').join('');
  if (!text || text.length > 4096) return null;
  if (text[0] === '#') return text;
  if (text[0] === '/') return text[1] !== '/' && !text.includes('\\') ? text : null;
  try {
    const url = new URL(text);
    return schemes.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

// What a person types into a link field: an address without its scheme is meant as https.
export function typedLink(text: string): string | null {
  const trimmed = text.trim();
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(trimmed)) return safeLink(`mailto:${trimmed}`);
  if (/^[\w-]+(\.[\w-]+)+([/?#].*)?$/u.test(trimmed)) return safeLink(`https://${trimmed}`);
  return safeLink(trimmed);
}

export type MediaSource = { sha256: string; width: number; height: number };

export const mediaSource = (sha256: string, width: number, height: number): string => `media:${sha256}/${width}x${height}`;

export function readMedia(source: string): MediaSource | null {
  const found = /^media:([0-9a-f]+)\/(\d+)x(\d+)$/.exec(source);
  return found ? { sha256: found[1]!, width: Number(found[2]), height: Number(found[3]) } : null;
}

export const rendition = (media: MediaSource, width: 480 | 800): string =>
  `/media/${media.sha256}/${Math.min(width, media.width)}.webp`;
