/** A serial number as it is kept and compared: capitals, no spaces or dashes, so that "sn-12 34" and "SN1234" are one unit. */
export const serialOf = (text: string): string => text.normalize("NFKC").toUpperCase().replace(/[\s\-‐-―]+/g, "");
