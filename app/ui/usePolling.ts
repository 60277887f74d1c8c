import { useEffect } from "react";
import { useRevalidator } from "@remix-run/react";

const EVERY_MS = 1500;

/** Asks again while something is under way and the page is looked at. */
export function usePolling(isUnderWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isUnderWay || state !== "idle") return;
    const wait = setTimeout(() => { if (document.visibilityState === "visible") void revalidate(); }, EVERY_MS);
    return () => clearTimeout(wait);
  }, [isUnderWay, state, revalidate]);
}
