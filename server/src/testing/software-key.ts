import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** To whom it is shown, and from which page. */
interface Page {
  readonly origin: string;
  readonly rpId: string;
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const PRESENT = 0x01;
const WITH_KEY = 0x40;

/** A security key in software, for stories: signs what a page asks, counts, and can be made to count wrongly. */
export class SoftwareKey {
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(32);
  counter = 1;

  get id(): string {
    return this.#id.toString('base64url');
  }

  #clientData(type: string, challenge: string, { origin }: Page): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #authenticatorData({ rpId }: Page, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter]);
  }

  /** What the browser tells of this key when it is made. */
  attest(challenge: string, page: Page) {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    // COSE: EC2, ES256, P-256, and its two coordinates.
    const cose = Buffer.concat([
      ...[Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')],
    ]);
    const data = Buffer.concat([this.#authenticatorData(page, PRESENT | WITH_KEY), Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, cose]);
    // CBOR: { fmt: 'none', attStmt: {}, authData }
    const head = Buffer.concat([Buffer.from([0xa3, 0x63]), Buffer.from('fmt'), Buffer.from([0x64]), Buffer.from('none'), Buffer.from([0x67])]);
    const attestationObject = Buffer.concat([
      ...[head, Buffer.from('attStmt'), Buffer.from([0xa0, 0x68]), Buffer.from('authData'), Buffer.from([0x58, data.length]), data],
    ]);
    const clientData = this.#clientData('webauthn.create', challenge, page).toString('base64url');
    return { id: this.id, clientData, attestationObject: attestationObject.toString('base64url'), transports: ['usb'] };
  }

  /** What the browser tells when the key is used. */
  assert(challenge: string, page: Page, next = this.counter + 1) {
    this.counter = next;
    const clientData = this.#clientData('webauthn.get', challenge, page);
    const data = this.#authenticatorData(page, PRESENT);
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.#pair.privateKey);
    return {
      ...{ id: this.id, clientData: clientData.toString('base64url'), authenticatorData: data.toString('base64url') },
      signature: signature.toString('base64url'),
    };
  }
}
