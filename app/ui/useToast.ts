import { useEffect, useRef } from "react";
import { useAppBridge } from "@shopify/app-bridge-react";

/** Shows a toast once for each new answer that has something to say. */
export function useToast(answer: object | undefined | null, text: string | undefined, isError = false): void {
  const bridge = useAppBridge(), shown = useRef<object | null>(null);
  useEffect(() => {
    if (!answer || !text || shown.current === answer) return;
    shown.current = answer;
    bridge.toast.show(text, { isError });
  }, [answer, text, isError, bridge]);
}
