import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { readTar } from '../../src/image/tar/read-tar.ts';
import { pax, type RawEntry, rawTar } from '../support/raw-tar.ts';
import { pieces, readBothWays } from '../support/tar-both-ways.ts';

/**
 * What GNU tar 1.34 wrote of one file of 2,000,000 bytes with thirty pieces of 70 bytes (`tar -S`, gzip-compressed),
 * each followed by no other file. Go's archive/tar reads the same content from all four.
 */
const WRITTEN: readonly (readonly [form: string, base64: string])[] = [
  [
    'the old form',
    'H4sIAAAAAAACA+3XQW4TQRAFUOcmPsJ0T0+PfQ5OgJAlkJBABO6PIUIahGtVSqjFe4t8ZxY18ley+B+/fL49n17XcjfH+J13f+c6j89ePvel7+10fnd6Az+ev7//dj6f/puXL90OLRw+9+D5CJ7Pf58//fq5b0vv918evr0Fb2/B21vw9jYfP+/B/R7c78H9Htxfg/trcH8N7q/B/RHcH8H9Edwfwf0tuL8F97fg/hbcnw/uPx3/N4P3zOA9M3jPHnyPPbj/54/y+L/P2/r66fbhtizJ0CMAAADU3/8tGXoEAACA+vu/J0OPAAAAUH//r8nQIwAAANTf/yMZegQAAID6+39Lhh4BAACg/v6fydAjAAAA1N//ezL0CAAAAPX3/yUZegQAAID6+/+aDD0CAABA+f3flmToEQAAAOrv/5YMPQIAAED9/d+ToUcAAACov//XZOgRAAAA6u//kQw9AgAAQP39vyVDjwAAAFB//89k6BEAAADq7/89GXoEAACA+vv/kgw9AgAAQP39f02GHgEAAKD8/u9LMvQIAAAA9fd/S4YeAQAAoP7+78nQIwAAANTf/2sy9AgAAAD19/9Ihh4BAACg/v7fkqFHAAAAqL//ZzL0CAAAAPX3/54MPQIAAED9/X9Jhh4BAACg/v6/JkOPAAAAAAAAAAAAAAAAr+UnhReZbwAIAgA=',
  ],
  [
    'pax 0.0',
    'H4sIAAAAAAACA+3XTW4cRQAF4Fn7FD6BU39d1b3wGlaIDQcwZiIsEhx5HClwehoSUDAW4CqIysr3bZ41rdKoX8sz8y5efH317svj1XfHu9OL729fHU+H/1zY1VJ+y93DzEvIv//9/vUYUyuH83eHT+Dt6f7qbn/7w+cptfMvvvrm4vTm6u50vDjd/Hy8TO8fw9mfL/349vW3r26vfzhd5niW6seXbl++PB3vL0vY6llaHx766f54+nCtPXKqbjWnvz+2PnIs5iXW9enn9ptroXScqzWV8PRzOcfWase5reXY0UupaS0dvSxpzWtHL8uWt9TRS122snT00lLZto5e2hb2W3z6uXWp+2fX089tKdbQ0cu2tpj/oZftsf+H/fZqSx0HY1xTWHsOrrmV0nFwf4RpDR0Hcyxr7Cknr/u3TE85pSzr2lPOEmNJPeUsbf9E7Cmn7u+39ZTTwt5OTzmt5aX2lLPmLYaecrZQauko54+vtOXRg+Esh/Or+5vXx/2mtmV/6C3Ei5BDrFuIy69Xr/9yNbT9OyHsz/hZf///Tz/5/v3vv1w/fu3D77+91ng4D8/p99/Dm3sm3twcr48hDMYBAAAAmH7/x8HQIwAAAMy//9Ng6BEAAADm3/95MPQIAAAA8+//Mhh6BAAAgPn3/zIYegQAAID5938dDD0CAADA/Pu/DYYeAQAAYP79vw6GHgEAAGD+/b8Nhh4BAABg+v0fw2DoEQAAAObf/3Ew9AgAAADz7/80GHoEAACA+fd/Hgw9AgAAwPz7vwyGHgEAAGD+/b8Mhh4BAABg/v1fB0OPAAAAMP/+b4OhRwAAAJh//6+DoUcAAACYf/9vg6FHAAAAmH7/pzAYegQAAID5938cDD0CAADA/Ps/DYYeAQAAYP79nwdDjwAAADD//i+DoUcAAACYf/8vg6FHAAAAmH//18HQIwAAAMy//9tg6BEAAADm3//rYOgRAAAA5t//22DoEQAAAAAAAAAAAAA+hV8AmiNJOgAIAgA=',
  ],
  [
    'pax 0.1',
    'H4sIAAAAAAACA+3XzW7bRhgFUK31FH6AQJ4/csiFt01WRYCgD6C6AmrEbgwrAYI+fRiLBJIU6GbSYtKes/ClRQ8pXYo0vsP16+PHV6fjb6en8/Xv7+5P5913FxZjKc+5+DZjyHnbvrweY6phd/Vx9y/4cH5/fFpOv/t/SvXq5c+/HM6Px6fz6XC++/N0ky6XYf/1rj8+PPx6/+727fkmx30avtp1fDjdPH939iWEL/c8HB9vSpjHF88/xnnM6bIZ8xDH6bK9nK+Gsm6PYyrhsp1zrHVdmuea47q2jGkq69ohTXla1w5zntO6dhzmMqxrayrzvK6tc1iWXLanYVy+lpftOcUxrGvnqca8ro3Ln491e9MxTilM2y9TrmVdHpdTpClsny2WKW4HyFPIw3aAUoZp2g4wxFjSdoChLu1sBxiX17fSYg3LEbYD1JqHrbflDcxxKy7OoYxbc+sVfBH2OVwd398tlyfWeVjOXkM8hBziOIc4fN57+5e9oS4XIaSy3/Hfd7hebtc3z3frT3f3p0NMafre/wf+9vmfxy9fW5//eXmO7K7Cj/T8//bD/SAe7063pxAaw30EAAAA/c//sTH0CAAAAP3P/6kx9AgAAAD9z/+5MfQIAAAA/c//pTH0CAAAAP3P/0Nj6BEAAAD6n//HxtAjAAAA9D//18bQIwAAAPQ//0+NoUcAAADof/6fG0OPAAAA0P38H0Nj6BEAAAD6n/9jY+gRAAAA+p//U2PoEQAAAPqf/3Nj6BEAAAD6n/9LY+gRAAAA+p//h8bQIwAAAPQ//4+NoUcAAADof/6vjaFHAAAA6H/+nxpDjwAAAND//D83hh4BAACg+/k/hcbQIwAAAPQ//8fG0CMAAAD0P/+nxtAjAAAA9D//58bQIwAAAPQ//5fG0CMAAAD0P/8PjaFHAAAA6H/+HxtDjwAAAND//F8bQ48AAADQ//w/NYYeAQAAoP/5f24MPQIAAAAAAAAAAAAAwD/pE57B8dgACAIA',
  ],
  [
    'pax 1.0',
    'H4sIAAAAAAACA+3Xy47jRBgG0KzzFP0E6brYVfait8AKISEeIBos0ajnomSQRjw9pmOLViOxqRmoEecs+qt2Uk7yJbb0n+5/OH/6bjn/vFyu97+8f1quh88urMowPOfqdYY0/LV+Ph5jKvVw9+nwL/jt+vF8WV/+8P+U0t233/90un44X67L6e351/eXh3h8dfTx3Xo0HNP48ui789vl4fkXc8zx5QOX5fx0ffx9eUi37/OYw9354+P67FjncRjGGuIp5BDLHOL456Nv/vZoqKmU9YdxPPBFne7Xb+7H5y/um8en5RRTzp/7PvCP138u8eW94Hb951zHw134mq7/1x/uK5HjcQhzuf0pc8nptox5jGW6rdfruIZhW5ey3q5v65xjrdvWPNcct71DSdOw7R3TlKdt7zjnOW17yzgP47a3pmGet711DuuW23oay/q7ua3nFEvY9s5TjXnbG9enl7q/6RinFKb9nynXYdse15dIU9g/WxymuJ8gTyGP+wnW+8807ScYYxzSfoKxru3sJyjr8b20WMN6hv0EteZx7219A3Pci4tzGMre3H5nDP/5/e3D4/JmCaEx3EcBAACgZ7cBPjaGHgEAAKD/+T81hh4BAACg//k/N4YeAQAAoP/5f2gMPQIAAED/8//YGHoEAACA/uf/0hh6BAAAgP7n/9oYegQAAID+5/+pMfQIAAAA/c//c2PoEQAAALqf/2NoDD0CAABA//N/bAw9AgAAQP/zf2oMPQIAAED/839uDD0CAABA//P/0Bh6BAAAgP7n/7Ex9AgAAAD9z/+lMfQIAAAA/c//tTH0CAAAAP3P/1Nj6BEAAAD6n//nxtAjAAAAdD//p9AYegQAAID+5//YGHoEAACA/uf/1Bh6BAAAgP7n/9wYegQAAID+5/+hMfQIAAAA/c//Y2PoEQAAAPqf/0tj6BEAAAD6n/9rY+gRAAAA+p//p8bQIwAAAPQ//8+NoUcAAAAAAAAAAAAAAPiS/gDFAefDAAgCAA==',
  ],
];

describe.each(WRITTEN)('a file with holes in %s', (_form, base64) => {
  const archive = gunzipSync(Buffer.from(base64, 'base64'));

  test.each([1 << 20, 777])('is read whole, in pieces of %i bytes', async (size) => {
    const [file, ...others] = await readBothWays(archive, size);
    expect(others).toEqual([]);
    expect(file).toMatchObject({ name: 'holes', size: 2_000_000 });
    expect(
      createHash('sha256')
        .update(file?.content ?? '')
        .digest('hex'),
    ).toBe('ac55d62666fa3a75c5a414529d9c961854ca84d816e9846c21d43cd23ff8a58a');
  });

  test('is skipped right when nobody reads it', async () => {
    const names: string[] = [];
    for await (const { name } of readTar(pieces(archive, 4096))) {
      names.push(name);
    }
    // A skip too short or too long would end in the middle of a piece, which is no header.
    expect(names).toEqual(['holes']);
  });

  test('is refused when it ends early', async () => {
    await expect(readBothWays(archive.subarray(0, 1536))).rejects.toMatchObject({ code: 'image-damaged' });
  });
});

const V1 = { 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.name': 'real', 'GNU.sparse.realsize': '10' };
const V01 = { 'GNU.sparse.major': '0', 'GNU.sparse.minor': '1', 'GNU.sparse.size': '10' };
const map = (text: string): Buffer => Buffer.concat([Buffer.from(text), Buffer.alloc(512 - text.length)]);
const v1 = (text: string, content = 'ab', records: Readonly<Record<string, string>> = V1): readonly RawEntry[] => [
  pax(records),
  { name: 'x/GNUSparseFile.0/real', content: Buffer.concat([map(text), Buffer.from(content)]) },
];
const v01 = (count: string, list: string): readonly RawEntry[] => [
  pax({ ...V01, 'GNU.sparse.numblocks': count, 'GNU.sparse.map': list }),
  { name: 'a', content: 'ab' },
];

test('a name in the records wins, holes are zeros', async () => {
  expect(await readBothWays(rawTar(...v1('1\n3\n2\n')))).toMatchObject([
    { name: 'real', size: 10, content: Buffer.from('\0\0\0ab\0\0\0\0\0') },
  ]);
  expect(await readBothWays(rawTar(...v01('1', '8,2')))).toMatchObject([
    { name: 'a', size: 10, content: Buffer.from('\0\0\0\0\0\0\0\0ab') },
  ]);
});

test('of an unknown version the content is taken as it is stored, as Go does', async () => {
  const records = { 'GNU.sparse.major': '2', 'GNU.sparse.minor': '0', 'GNU.sparse.name': 'other' };
  expect(await readBothWays(rawTar(pax(records), { name: 'a', content: 'ab' }))).toMatchObject([
    { name: 'a', size: 2, content: Buffer.from('ab') },
  ]);
});

test.each<readonly [string, readonly RawEntry[]]>([
  ['pieces over each other', v1('2\n0\n2\n1\n2\n')],
  ['pieces out of order', v1('2\n5\n1\n0\n1\n')],
  ['a piece beyond the end', v1('1\n9\n2\n')],
  ['a map that is no number', v1('x\n')],
  ['a map without end', v1('9')],
  ['a map longer than it says', v1('400\n0\n')],
  ['a map of a million pieces', v1('1000000\n0\n')],
  ['a piece of 2^60 bytes', v1('1\n0\n1152921504606846976\n')],
  ['less content than the map says', v1('1\n0\n9\n')],
  ['a list of another length', v01('2', '0,1')],
  ['a list of something else', v01('1', '0,a')],
  ['keys in a wrong order', [pax({ 'GNU.sparse.numbytes': '1', 'GNU.sparse.offset': '0' }), { name: 'a' }]],
  ['a folder', [pax({ ...V01, 'GNU.sparse.numblocks': '0' }), { name: 'a', flag: '5' }]],
  ['the old form in another format', [{ name: 'a', flag: 'S' }]],
])('refuses a sparse file with %s', async (_what, entries) => {
  await expect(readBothWays(rawTar(...entries))).rejects.toMatchObject({ name: 'VerifyError', code: 'image-damaged' });
});
