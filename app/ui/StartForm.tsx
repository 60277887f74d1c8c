import { useState } from "react";
import { Banner, BlockStack, Button, Card, Checkbox, FormLayout, InlineStack, Select, SkeletonBodyText, Text, TextField } from "@shopify/polaris";
import { useNavigation, useSubmit } from "@remix-run/react";
import { english } from "../../policy/words.en.ts";
import type { Preview } from "../flows/showOrder.ts";
import { DecisionCard } from "./DecisionCard.tsx";
import { grantable, statusName } from "./remedyChoice.ts";
import { say, words } from "./words.en.ts";

const reasons = ["unwanted", "defective", "damaged_on_arrival", "wrong_item_sent", "wrong_item_ordered", "not_received", "cancel", "lightning", "water_leakage"];
const option = (names: Readonly<Record<string, string>>) => (value: string) => ({ value, label: names[value] ?? value.replaceAll("_", " ") });
const notSaid = { value: "", label: words.start.notSaid };

/** What a customer says on the phone, the decision on it as it is said, and the remedy to open the RMA with. */
export function StartForm({ asked: loaded, preview }: { asked: Record<string, string>; preview: Preview }) {
  const w = words.start, submit = useSubmit(), { state } = useNavigation(), facts = english.facts;
  const [said, setSaid] = useState({ note: "", remedy: "", override: "" });
  const [asked, setAsked] = useState(loaded);
  const ask = (part: Record<string, string>): void => {
    const next = { ...asked, ...part };
    setAsked(next);
    submit(next, { method: "get", replace: true, preventScrollReset: true });
  };
  const choice = preview.told.answers.find(({ remedy }) => remedy === said.remedy);
  const isAgainst = said.remedy !== "" && !choice, isDoubtful = choice !== undefined && choice.status !== "open";
  return (
    <BlockStack gap="400">
      {preview.isUnsent && asked["reason"] !== "cancel" && <Banner tone="info" title={w.unsent} action={{ content: w.cancelInstead, onAction: () => ask({ reason: "cancel" }) }}><Text as="p">{w.unsentHelp}</Text></Banner>}
      <Card>
        <FormLayout>
          <FormLayout.Group>
            <Select label={w.reason} options={reasons.map(option(english.reasons))} value={asked["reason"] ?? "unwanted"} onChange={(reason) => ask({ reason })} />
            <TextField label={w.quantity} type="number" min={1} max={preview.returnable} value={asked["quantity"] ?? "1"} onChange={(quantity) => ask({ quantity })} autoComplete="off" />
          </FormLayout.Group>
          <FormLayout.Group>
            <Select label={w.condition} options={[notSaid, ...Object.keys(facts.condition.is ?? {}).map(option(facts.condition.is ?? {}))]} value={asked["condition"] ?? ""} onChange={(condition) => ask({ condition })} />
            <Select label={w.state} options={[notSaid, ...Object.keys(facts.state.is ?? {}).map(option(facts.state.is ?? {}))]} value={asked["state"] ?? ""} onChange={(next) => ask({ state: next })} />
            <Select label={w.packaging} options={[notSaid, ...Object.keys(facts.packaging.is ?? {}).map(option(facts.packaging.is ?? {}))]} value={asked["packaging"] ?? ""} onChange={(packaging) => ask({ packaging })} />
          </FormLayout.Group>
          <InlineStack gap="400">
            <Checkbox label={w.complete} checked={asked["complete"] === "true"} onChange={(complete) => ask({ complete: complete ? "true" : "" })} />
            <Checkbox label={w.originalBuyer} checked={asked["originalBuyer"] !== "false"} onChange={(isFirst) => ask({ originalBuyer: isFirst ? "" : "false" })} />
          </InlineStack>
        </FormLayout>
      </Card>
      <Card>{state === "loading" ? <SkeletonBodyText lines={5} /> : <DecisionCard title={w.decided} told={preview.told} />}</Card>
      <Card>
        <FormLayout>
          <Select label={w.remedy} options={[{ value: "", label: w.byPolicy }, ...preview.told.answers.map(({ remedy, status, refund }) => ({ value: remedy, label: [status === "open" ? english.remedies[remedy] : `${english.remedies[remedy]} (${statusName(status)})`, refund].filter(Boolean).join(", ") })), ...grantable.filter((remedy) => !preview.told.answers.some((answer) => answer.remedy === remedy)).map((remedy) => ({ value: remedy, label: say(w.others, { remedy: english.remedies[remedy] }) }))]} value={said.remedy} onChange={(remedy) => setSaid({ ...said, remedy })} />
          {(isAgainst || isDoubtful) && <TextField label={w.override} helpText={isAgainst ? w.overrideHelp : w.doubtHelp} value={said.override} onChange={(override) => setSaid({ ...said, override })} autoComplete="off" requiredIndicator={isAgainst} />}
          <TextField label={w.note} value={said.note} onChange={(note) => setSaid({ ...said, note })} multiline={2} autoComplete="off" />
          <InlineStack><Button variant="primary" loading={state === "submitting"} disabled={isAgainst && !said.override.trim()} onClick={() => submit({ ...asked, ...said, override: isAgainst || isDoubtful ? said.override : "" }, { method: "post" })}>{w.open}</Button></InlineStack>
        </FormLayout>
      </Card>
    </BlockStack>
  );
}
