import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const VERSION = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export interface Seal {
  /** `context` says where the value belongs: it must be the same to open it. */
  readonly seal: (plain: string, context: string) => string
  /** Null where it was sealed with another secret, for another context, or changed since. */
  readonly open: (sealed: string, context: string) => string | null
}

/**
 * Keeps values unreadable at rest: AES-256-GCM (NIST SP 800-38D) under a key made from the secret by HKDF with SHA-256 (RFC 5869), which
 * gives a key of the right length and keeps the secret fit for its other uses.
 */
export function createSeal(secret: string, random: (bytes: number) => Buffer = randomBytes): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'crier sealed values', 32))
  return {
    seal(plain, context) {
      const nonce = random(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
    },
    open(sealed, context) {
      const [version, body = ''] = sealed.split('.')
      const bytes = Buffer.from(body, 'base64url')
      if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        })
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
        const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
        return Buffer.concat([opened, decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
