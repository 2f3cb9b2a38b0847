/** A4 with the margins of official papers: left 30, right 15, top and bottom 20 mm. */
export const PAGE_MM = {
  width: 210,
  height: 297,
  left: 30,
  right: 15,
  top: 20,
  bottom: 20,
} as const;

/** Between the margins. */
export const TEXT_WIDTH_MM = PAGE_MM.width - PAGE_MM.left - PAGE_MM.right;

/** Sizes of type in points, the same in DOCX and PDF. */
export const POINTS = {
  body: 12,
  title: 14,
  heading1: 12,
  heading2: 12,
  cell: 10,
  quote: 8.5,
  small: 9,
  letter: 11.5,
} as const;

/** Signature lines: per cent of the text width for post, signature, name, date. */
export const SIGNATURE_PERCENT = [28, 18, 37, 17] as const;

/** The head of the paper: per cent of the text width for label and value. */
export const PAIR_PERCENT = [34, 66] as const;

/** Side of the QR code on a letter. */
export const QR_MM = 38;

/** Of a watermark and of ruled cells. */
export const GREY = { watermark: 'C0C0C0', headFill: 'F2F2F2' } as const;
