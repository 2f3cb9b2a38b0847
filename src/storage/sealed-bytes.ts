import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

// magic (4) | key id (8) | nonce (12) | ciphertext | tag (16)
const MAGIC = Buffer.from('ESK1');
const KEY_ID = 8;
const NONCE = 12;
const TAG = 16;
const HEADER = MAGIC.length + KEY_ID + NONCE;

/** Names a key without telling anything of it: 16 hex digits of its SHA-256. */
export const keyId = (key: Uint8Array): string =>
  createHash('sha256')
    .update(key)
    .digest('hex')
    .slice(0, KEY_ID * 2);

/** AES-256-GCM. `name` is sealed in too, so that a file moved to another name does not open. */
export function seal(bytes: Uint8Array, key: Uint8Array, name: string): Buffer {
  const nonce = randomBytes(NONCE);
  const header = Buffer.concat([MAGIC, Buffer.from(keyId(key), 'hex'), nonce]);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.concat([header, Buffer.from(name)]));
  return Buffer.concat([header, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes were sealed with another key or under another name, or were altered. */
export function unseal(sealed: Uint8Array, key: Uint8Array, name: string): Buffer {
  const all = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (all.length < HEADER + TAG || !all.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new Error(`stored file ${name} is cut short or is not one of ours`);
  }
  const sealedWith = all.subarray(MAGIC.length, MAGIC.length + KEY_ID).toString('hex');
  if (sealedWith !== keyId(key)) {
    throw new Error(
      `stored file ${name} was encrypted with key ${sealedWith}, the present one is ${keyId(key)}: set the SECRET_KEY it was written with`,
    );
  }
  const nonce = all.subarray(HEADER - NONCE, HEADER);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(Buffer.concat([all.subarray(0, HEADER), Buffer.from(name)]));
  decipher.setAuthTag(all.subarray(-TAG));
  const opened = decipher.update(all.subarray(HEADER, -TAG));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    throw new Error(`stored file ${name} was altered or damaged: restore it from a backup`);
  }
}
