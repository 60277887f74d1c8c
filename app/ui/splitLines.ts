/** Lines of a text field, trimmed, empty ones left out. */
export const splitLines = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** Words separated by commas or spaces, in capitals: country codes. */
export const splitCodes = (text: string): string[] => text.toUpperCase().split(/[\s,]+/).filter(Boolean);
