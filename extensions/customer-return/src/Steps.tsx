import type { CustomerRma } from "../../../app/api.ts";
import { t } from "../../account/words.ts";

const icons = { done: "check-circle", now: "clock", next: "circle" } as const;

/** The steps from the request to its end; which are done, where it stands. */
export function Steps({ steps }: { steps: CustomerRma["steps"] }) {
  return (
    <s-stack gap="small" accessibilityRole="ordered-list">
      {steps.map(({ step, label, state, on, text }) => (
        <s-box key={step} accessibilityRole="list-item">
          <s-stack gap="small-500">
            <s-stack direction="inline" gap="small-300" alignItems="center">
              <s-icon type={icons[state]} tone={state === "done" ? "success" : state === "now" ? "info" : "auto"} />
              {state === "now" ? <s-text type="strong">{label}</s-text> : <s-text color={state === "next" ? "subdued" : "base"}>{label}</s-text>}
              <s-text color="subdued">{on ? on.text : t(`step_${state}`)}</s-text>
            </s-stack>
            {text && <s-text color="subdued">{text}</s-text>}
          </s-stack>
        </s-box>
      ))}
    </s-stack>
  );
}
