/** Where a file rests: its random name, hash and key. */
export interface RestingFile {
  readonly path: string;
  /** hex SHA-256 of the bytes before encryption */
  readonly sha256: string;
  /** bytes before encryption */
  readonly size: number;
  readonly keyId: string;
}

/** Files at rest, encrypted (decision 13). Write the file first, then its row. */
export interface FileStore {
  put(bytes: Uint8Array): Promise<RestingFile>;
  get(path: string): Promise<Uint8Array>;
  remove(path: string): Promise<void>;
}
