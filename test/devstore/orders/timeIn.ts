import { timeText } from "../kernel/clock.ts";

/** A time of a request as Shopify writes it: whole seconds with a Z. */
export const timeIn = (text: string | null | undefined): string | null => (text == null ? null : timeText(Date.parse(text)));
