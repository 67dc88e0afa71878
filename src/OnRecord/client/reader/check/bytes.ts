// Bytes as the record writes them.
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

export const fromHex = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));

export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const base64 = (text: string): Uint8Array<ArrayBuffer> => {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) throw new Error('not base64');
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
};

export const join = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
};

const digest = async (name: string, bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest(name, bytes));
export const sha256 = (bytes: Uint8Array<ArrayBuffer>) => digest('SHA-256', bytes);
export const sha512 = (bytes: Uint8Array<ArrayBuffer>) => digest('SHA-512', bytes);
