import { toBuffer } from 'qrcode';

/** Pixels a square of the code: its edges stay sharp in print, and 400 letters take seconds. */
const SCALE = 5;

/** The link as a QR code in PNG; level M still reads after a fold or a stain. */
export const qrPng = (link: string): Promise<Buffer> =>
  toBuffer(link, { type: 'png', errorCorrectionLevel: 'M', margin: 2, scale: SCALE });
