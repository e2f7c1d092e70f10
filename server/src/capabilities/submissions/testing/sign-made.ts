import { CAPACITY, NUMBER, seal } from '../../../signatures/testing/signed-pdf.ts';

/** A PDF made here with a signature appended, as signing programs do: the original bytes stay unchanged. */
export async function signMade(made: Buffer, sign: (bytes: Buffer) => Promise<Buffer>): Promise<Buffer> {
  const text = made.toString('latin1');
  const last = (form: RegExp) => Number([...text.matchAll(form)].at(-1)?.[1]);
  const [root, size, previous] = [last(/\/Root (\d+) 0 R/g), last(/\/Size (\d+)/g), last(/startxref\s+(\d+)/g)];
  const catalog = new RegExp(`(?:^|\\n)${root} 0 obj\\s*(<<.*?>>)\\s*endobj`, 's').exec(text)?.[1];
  if (!catalog) throw new Error('no catalog');
  const [value, widget] = [size, size + 1];
  const objects: [number, string][] = [
    [root, `${catalog.slice(0, catalog.lastIndexOf('>>'))} /AcroForm << /SigFlags 3 /Fields [${widget} 0 R] >> >>`],
    [
      value,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 ${NUMBER} ${NUMBER} ${NUMBER}] /Contents <${'0'.repeat(CAPACITY * 2)}> >>`,
    ],
    [widget, `<< /Type /Annot /Subtype /Widget /FT /Sig /T (ChuKy1) /V ${value} 0 R /F 132 /Rect [0 0 0 0] >>`],
  ];
  let grown = '\n';
  const rows = objects.map(([number, content]) => {
    const at = made.length + Buffer.byteLength(grown, 'latin1');
    grown += `${number} 0 obj\n${content}\nendobj\n`;
    return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = made.length + Buffer.byteLength(grown, 'latin1');
  grown += `xref\n${rows.join('')}trailer\n<< /Size ${size + 2} /Root ${root} 0 R /Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`;
  return seal(Buffer.concat([made, Buffer.from(grown, 'latin1')]), made.length, sign);
}
