// Ed25519 (RFC 8032): by the browser where it can, else by the arithmetic of section 5.1. Only public values go through it, so its timing tells nothing.
import { join, sha512 } from './bytes';

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

type Point = [x: bigint, y: bigint, z: bigint, t: bigint];

const mod = (a: bigint, m = P): bigint => ((a % m) + m) % m;

const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  for (base = mod(base); exponent > 0n; exponent >>= 1n, base = (base * base) % P) if (exponent & 1n) result = (result * base) % P;
  return result;
};

const inverse = (a: bigint) => power(a, P - 2n);
const D = mod(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);
const NEUTRAL: Point = [0n, 1n, 1n, 0n];

const add = ([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point => {
  const a = mod((y1 - x1) * (y2 - x2)), b = mod((y1 + x1) * (y2 + x2)), c = mod(2n * t1 * t2 * D), d = mod(2n * z1 * z2);
  const e = b - a, f = d - c, g = d + c, h = b + a;
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
};

const times = (point: Point, scalar: bigint): Point => {
  let result = NEUTRAL;
  for (; scalar > 0n; scalar >>= 1n, point = add(point, point)) if (scalar & 1n) result = add(result, point);
  return result;
};

const little = (bytes: Uint8Array): bigint => bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);

// Section 5.1.3; null where the bytes are no point.
const point = (bytes: Uint8Array): Point | null => {
  const whole = little(bytes), y = whole & ((1n << 255n) - 1n), sign = whole >> 255n;
  if (y >= P) return null;
  const u = mod(y * y - 1n), v = mod(D * y * y + 1n);
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  if (mod(v * x * x) === mod(-u)) x = mod(x * ROOT_OF_MINUS_ONE);
  else if (mod(v * x * x) !== u) return null;
  if (x === 0n && sign) return null;
  if ((x & 1n) !== sign) x = P - x;
  return [x, y, 1n, mod(x * y)];
};

const BASE = point(Uint8Array.from([0x58, ...Array<number>(31).fill(0x66)]))!;

const encoded = ([x, y, z]: Point): bigint => {
  const over = inverse(z);
  return mod(y * over) | ((mod(x * over) & 1n) << 255n);
};

/** Section 5.1.7, without the browser's help. */
export const verifyByHand = async (key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> => {
  if (key.length !== 32 || signature.length !== 64) return false;
  const r = signature.subarray(0, 32), s = little(signature.subarray(32)), a = point(key);
  if (!a || s >= L) return false;
  const k = mod(little(await sha512(join(r, key, message))), L);
  const minus: Point = [mod(-a[0]), a[1], a[2], mod(-a[3])];
  return encoded(add(times(BASE, s), times(minus, k))) === little(r);
};

export const verify = async (key: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>): Promise<boolean> => {
  try {
    const known = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, known, signature, message);
  } catch {
    return verifyByHand(key, message, signature);
  }
};
