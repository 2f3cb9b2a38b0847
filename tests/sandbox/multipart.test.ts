import { describe, expect, it } from 'vitest';
import { parseMultipart } from '../../src/sandbox/bot-api/multipart.ts';

const TYPE = 'multipart/form-data; boundary=xYz';

function parse(text: string, type = TYPE) {
  return parseMultipart(Buffer.from(text.replaceAll('\n', '\r\n')), type).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : { ...value, bytes: value.bytes.toString() },
  ]);
}

describe('a multipart body', () => {
  it('has texts and files, whose names may stand bare and in any alphabet', () => {
    const body = `--xYz
content-disposition:form-data;name="chat_id"

7
--xYz
content-disposition:form-data;name="a1";filename=Кагаз № 2.docx
content-type:application/octet-stream

эки
сап
--xYz
Content-Disposition: form-data; name="photo"; filename="a \\"b\\".png"
Content-Type: image/png

--xY
--xYz--
`;
    expect(parse(body)).toEqual([
      ['chat_id', '7'],
      ['a1', { name: 'Кагаз № 2.docx', mime: 'application/octet-stream', bytes: 'эки\r\nсап' }],
      ['photo', { name: 'a "b".png', mime: 'image/png', bytes: '--xY' }],
    ]);
  });

  it('takes a quoted boundary and an empty file', () => {
    const body = '--a b\ncontent-disposition: form-data; name="f"; filename="x"\n\n\n--a b--';
    expect(parse(body, 'multipart/form-data; boundary="a b"')).toEqual([
      ['f', { name: 'x', mime: 'application/octet-stream', bytes: '' }],
    ]);
  });

  it.each([
    ['multipart/form-data', '--xYz--', 'it names no boundary'],
    [TYPE, 'plain', 'its boundary is not in it'],
    [TYPE, '--xYz\ncontent-disposition: form-data; name="a"\n\nx', 'it breaks off'],
    [TYPE, '--xYz\nx-other: 1\n\nx\n--xYz--', 'a part has no name'],
  ])('that is none is refused: %s, %s', (type, body, reason) => {
    expect(() => parse(body, type)).toThrow(`Bad Request: can't parse multipart body: ${reason}`);
  });
});
