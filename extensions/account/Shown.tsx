import type { ComponentChildren } from "preact";
import type { Asking } from "../useAsked.ts";
import type { Asked } from "./ask.ts";
import { Failed } from "./Failed.tsx";
import { t } from "./words.ts";

type Props<T> = { readonly answer: Pick<Asking<Asked<T>>, "asked" | "again">; readonly children: (value: T) => ComponentChildren };

/** An answer of the app: waiting, failed with a way to try again, or there. */
export function Shown<T>({ answer: { asked, again }, children }: Props<T>) {
  if (asked === null) return <s-stack gap="base"><s-spinner accessibilityLabel={t("loading")} /><s-skeleton-paragraph /></s-stack>;
  if (asked.failure) return <Failed failure={asked.failure} again={again} />;
  return <>{children(asked.value)}</>;
}
