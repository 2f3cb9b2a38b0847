/** A file in a multipart request. */
export interface Upload {
  name: string;
  mime: string;
  bytes: Buffer;
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}
