import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certify, revoke } from './testing/authority.ts';
import { SignatureFixture } from './testing/fixture.ts';
import { addSignature, addValidationData, type GrowingPdf, grow, plainPdf, rewriteText, streamOf } from './testing/signed-pdf.ts';
import type { Trust } from './trust.ts';

let fixture: SignatureFixture;
let trust: Trust;
let signed: GrowingPdf;
beforeAll(async () => {
  fixture = await SignatureFixture.open();
  trust = await fixture.trust();
  signed = await fixture.sign(plainPdf('Diem 80'), fixture.authority.signer);
});
afterAll(() => fixture.close());

const CHANGED = { integrity: 'intact', later: 'changed', verdict: 'invalid', because: ['changedSince'] };

describe('[F115] what came after a signature', () => {
  it.each([false, true])('is another signature alone: the leader’s, then the agency’s, seen on the page (packed: %s)', async (packed) => {
    const first = await fixture.sign(plainPdf(), fixture.authority.signer, {}, { packed, visible: true });
    const both = await fixture.sign(first, fixture.authority.clerk, {}, { packed, visible: true });
    const [leader, agency] = await fixture.read(both.bytes, trust);
    expect(leader).toMatchObject({ signer: 'Nguyễn Văn Minh Họa', later: 'anotherSignature', verdict: 'valid', because: ['signedAgainSince'] });
    expect(agency).toMatchObject({ signer: 'Trần Thị Minh Họa', agency: 'Văn phòng, Sở Minh họa A', later: 'nothing', verdict: 'valid', because: [] });
  });

  it('is another signature and validation data', async () => {
    const both = addValidationData(await fixture.sign(signed, fixture.authority.clerk), [await revoke(fixture.authority.issuing, [])]);
    for (const reading of await fixture.read(both.bytes, trust)) expect(reading).toMatchObject({ later: 'anotherSignature', verdict: 'valid' });
  });

  it('is another text: what was signed is intact, what is shown is not what was signed', async () => {
    const changed = rewriteText(signed, 'Diem 95');
    expect(await fixture.readOne(changed.bytes, trust)).toMatchObject(CHANGED);
  });

  it('is another text hidden beneath another signature: the first does not speak for it', async () => {
    const both = await fixture.sign(rewriteText(signed, 'Diem 95'), fixture.authority.clerk);
    const [leader, agency] = await fixture.read(both.bytes, trust);
    expect(leader).toMatchObject(CHANGED);
    expect(agency).toMatchObject({ later: 'nothing', verdict: 'valid' });
  });

  it('is a signature drawn over the page by somebody whom nobody knows: the first is no longer vouched for', async () => {
    const stranger = await certify({ name: 'Người lạ' });
    const over = await fixture.sign(signed, stranger, {}, { visible: true });
    const [leader] = await fixture.read(over.bytes, trust);
    expect(leader).toMatchObject({ later: 'anotherSignature', verdict: 'unverifiable', because: ['laterSignatureNotValid', 'signedAgainSince'] });
    const unseen = await fixture.sign(signed, stranger);
    expect((await fixture.read(unseen.bytes, trust))[0]).toMatchObject({ later: 'anotherSignature', verdict: 'valid' });
  });

  it('is a made-up signature: that is no signature, but a change', async () => {
    const fake = await addSignature(signed, { visible: true, sign: async () => Buffer.from('3003020101', 'hex') });
    expect((await fixture.read(fake.bytes, trust))[0]).toMatchObject(CHANGED);
  });

  const widget = (more: string) => `<< /Type /Annot /Subtype /Widget /FT /Sig /T (X) /Rect [0 0 0 0] ${more} >>`;
  it.each<[string, (pdf: GrowingPdf) => GrowingPdf]>([
    ['a note on the page', (pdf) => annotated(pdf, '<< /Type /Annot /Subtype /FreeText /Rect [0 0 99 99] /Contents (95) >>')],
    [
      'an empty field that is seen',
      (pdf) => annotated(pdf, `<< /Type /Annot /Subtype /Widget /FT /Sig /T (X) /Rect [0 0 99 99] /AP << /N ${pdf.next + 1} 0 R >> >>`),
    ],
    ['a field with an action', (pdf) => annotated(pdf, widget('/AA << /E << /S /JavaScript /JS (x) >> >>'))],
    ['the old signature shown by a second field', (pdf) => annotated(pdf, widget(`/V ${pdf.next - 3} 0 R`))],
    ['a form field of another kind', (pdf) => annotated(pdf, '<< /Type /Annot /Subtype /Widget /FT /Tx /T (X) /V (95) /Rect [0 0 99 99] >>')],
    ['a font in the place of another', (pdf) => grow(pdf, { objects: new Map([[5, '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>']]), next: pdf.next })],
    ['a page more', (pdf) => grow(pdf, { objects: new Map([[2, '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>']]), next: pdf.next })],
    ['an action on opening', (pdf) => grow(pdf, { objects: new Map(), next: pdf.next, more: ' /OpenAction << /S /JavaScript /JS (x) >>' })],
    ['the field taken away', (pdf) => grow(pdf, { objects: new Map(), next: pdf.next, annotations: [] })],
    ['another catalog', (pdf) => underAnotherCatalog(pdf)],
    ['bytes after the end', (pdf) => ({ ...pdf, bytes: Buffer.concat([pdf.bytes, Buffer.from('%%% something that readers may or may not take for PDF')]) })],
    ['cross references that leave the signed ones out', (pdf) => alone(pdf)],
  ])('is %s', async (_what, change) => {
    expect((await fixture.read(change(signed).bytes, trust))[0]).toMatchObject(CHANGED);
  });

  it('may be an empty field that waited for its signature', async () => {
    const waiting = annotated(plainPdf(), '<< /Type /Annot /Subtype /Widget /FT /Sig /T (DonVi) /P 3 0 R /Rect [72 72 272 122] >>');
    const first = await fixture.sign(waiting, fixture.authority.signer);
    expect(await fixture.readOne(first.bytes, trust)).toMatchObject({ verdict: 'valid' });
    const [into = 0] = waiting.fields;
    const second = await fixture.sign(first, fixture.authority.clerk, {}, { into, field: 'DonVi', visible: true });
    const readings = await fixture.read(second.bytes, trust);
    expect(readings.map(({ field, later, verdict }) => [field, later, verdict])).toEqual([
      ['ChuKy2', 'anotherSignature', 'valid'],
      ['DonVi', 'nothing', 'valid'],
    ]);
  });

  it('is nothing where only line ends follow', async () => {
    expect(await fixture.readOne(Buffer.concat([signed.bytes, Buffer.from('\r\n')]), trust)).toMatchObject({ later: 'nothing', verdict: 'valid' });
  });

  it('may not even be a signature where the first forbade every change', async () => {
    const certified = await fixture.sign(
      plainPdf(),
      fixture.authority.signer,
      {},
      { entries: ' /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /P 1 >> >>]' },
    );
    expect(await fixture.readOne(certified.bytes, trust)).toMatchObject({ verdict: 'valid' });
    const both = await fixture.sign(certified, fixture.authority.clerk);
    expect((await fixture.read(both.bytes, trust))[0]).toMatchObject(CHANGED);
  });
});

function annotated(pdf: GrowingPdf, annotation: string): GrowingPdf {
  const number = pdf.next;
  const objects = new Map<number, string | Buffer>([
    [number, annotation],
    [number + 1, streamOf(Buffer.from('0 g'), ' /Type /XObject /Subtype /Form /BBox [0 0 9 9]')],
  ]);
  return grow(pdf, { objects, next: number + 2, fields: [...pdf.fields, number], annotations: [...pdf.annotations, number] });
}

function underAnotherCatalog(pdf: GrowingPdf): GrowingPdf {
  const catalog = `<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [${pdf.fields[0]} 0 R] >> >>`;
  const grown = grow(pdf, { objects: new Map([[pdf.next, catalog]]), next: pdf.next + 1 });
  return { ...grown, bytes: Buffer.from(grown.bytes.toString('latin1').replace(/Root 1 0 R(?!.*Root)/s, `Root ${pdf.next} 0 R`), 'latin1') };
}

/** A revision that does not go back to the one before, though it names the same objects. */
function alone(pdf: GrowingPdf): GrowingPdf {
  const text = rewriteText(pdf, 'Diem 95').bytes.toString('latin1');
  const signedRows = [...pdf.bytes.toString('latin1').matchAll(/^(\d+) 0 obj$/gm)].map(({ 1: number, index }) => [Number(number), index] as const);
  const newest = new Map([...signedRows, [4, text.lastIndexOf('4 0 obj')] as const]);
  const rows = [...newest].map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.lastIndexOf('xref\n0 1');
  return {
    ...pdf,
    bytes: Buffer.from(`${text.slice(0, start)}xref\n${rows}trailer\n<< /Size ${pdf.next} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`, 'latin1'),
  };
}
