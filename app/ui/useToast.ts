import { useEffect, useRef } from "react";
import { useAppBridge } from "@shopify/app-bridge-react";

/** The toast that stands: a new one takes its place, so that they do not pile up. */
let standing: string | null = null;

/** Shows a toast once for each new answer that has something to say. */
export function useToast(answer: object | undefined | null, text: string | undefined, isError = false): void {
  const bridge = useAppBridge(), shown = useRef<object | null>(null);
  useEffect(() => {
    if (!answer || !text || shown.current === answer) return;
    shown.current = answer;
    if (standing) bridge.toast.hide(standing);
    standing = bridge.toast.show(text, { isError });
  }, [answer, text, isError, bridge]);
}
