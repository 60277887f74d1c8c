import { host } from "./host.ts";

type Values = Readonly<Record<string, string | number>>;

/** A text of the extension's own locale files, in the customer's language. */
export const t = (key: string, values?: Values): string => host().i18n.translate(key, values);

/** The language that the app is asked to answer in: "de", "ja-JP". */
export const language = (): string => host().localization.language.value.isoCode;
