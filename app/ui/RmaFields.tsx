import { BlockStack, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { english } from "../../policy/words.en.ts";
import type { ShownRma } from "../flows/showRma.ts";
import { grantable, statusName } from "./remedyChoice.ts";
import type { Typed } from "./RmaActions.tsx";
import { remedyName } from "./RmaLineCard.tsx";
import { PlaceSelect } from "./PlaceSelect.tsx";
import { SettlementPreview } from "./SettlementPreview.tsx";
import { VariantPicker } from "./VariantPicker.tsx";
import { say, words } from "./words.en.ts";

const w = words.rma;
type WithRma = { rma: ShownRma; typed: Typed };

const Field = ({ typed, name, label, help, ...more }: { typed: Typed; name: string; label: string; help?: string; multiline?: number; placeholder?: string }) => (
  <TextField label={label} {...(help ? { helpText: help } : {})} value={typed.values[name] ?? ""} onChange={(value) => typed.set(name, value)} autoComplete="off" {...more} />
);

/** A remedy against the policy for each line that has none, with its reason. */
export function ApproveFields({ rma, typed }: WithRma) {
  return rma.lines.filter((line) => !line.promised).map((line) => (
    <BlockStack key={line.id} gap="200">
      <Text as="p">{say(w.grantHelp, { title: line.title })}</Text>
      <FormLayout.Group>
        <Select label={w.grantRemedy} options={["", ...grantable].map((value) => ({ value, label: value ? remedyName(value) : words.start.notSaid }))} value={typed.values[`remedy ${line.id}`] ?? ""} onChange={(value) => typed.set(`remedy ${line.id}`, value)} />
        <Field typed={typed} name={`reason ${line.id}`} label={w.grantReason} />
      </FormLayout.Group>
    </BlockStack>
  ));
}

export const DeclineFields = ({ typed }: { typed: Typed }) => <Field typed={typed} name="reason" label={w.declineReason} help={w.declineHelp} multiline={2} />;
export const SentFields = ({ typed }: { typed: Typed }) => <Field typed={typed} name="tracking" label={w.tracking} />;

/** How many of each line came: all that are still to come unless said otherwise. */
export const ReceiveFields = ({ rma, typed }: WithRma) => (
  <BlockStack gap="300">
    {rma.lines.filter((line) => line.received < line.quantity).map((line) => (
      <TextField key={line.id} type="number" min={0} max={line.quantity - line.received} label={say(w.arrived, { title: line.title })} value={typed.values[`arrived ${line.id}`] ?? String(line.quantity - line.received)} onChange={(value) => typed.set(`arrived ${line.id}`, value)} autoComplete="off" />
    ))}
    <Field typed={typed} name="others" label={w.others} />
  </BlockStack>
);

export const usualFindings = ["criteria_met", "criteria_failed", "defect_confirmed", "no_fault_found", "misuse", "excluded_cause", "transit_damage", "damage_not_by_customer"] as const;

/** What was found of one line that has arrived. */
export function InspectFields({ rma, typed }: WithRma) {
  const here = rma.lines.filter((line) => line.received > line.settled), names: string[] = [...new Set([...usualFindings, ...Object.keys(english.findings).filter((name) => name !== "none")])];
  return (
    <BlockStack gap="300">
      {here.length > 1 && <Select label={words.rmas.items} options={here.map((line) => ({ value: line.id, label: line.title }))} value={typed.values["line"] ?? ""} onChange={(value) => typed.set("line", value)} />}
      <FormLayout.Group>
        <Select label={w.findingLabel} options={names.map((value) => ({ value, label: english.findings[value] ?? value }))} value={typed.values["finding"] ?? ""} onChange={(value) => typed.set("finding", value)} />
        <Select label={w.repairable} options={[{ value: "", label: words.start.notSaid }, { value: "true", label: words.common.yes }, { value: "false", label: words.common.no }]} value={typed.values["repairable"] ?? ""} onChange={(value) => typed.set("repairable", value)} />
      </FormLayout.Group>
      <FormLayout.Group><Field typed={typed} name="detail" label={w.detail} /><Field typed={typed} name="serial" label={w.serialLabel} /></FormLayout.Group>
    </BlockStack>
  );
}

/** The remedy of each line that is ready, what goes out in its place, and an amount decided after a difference. */
export const SettleFields = ({ rma, typed }: WithRma) => (
  <BlockStack gap="300">
    <Text as="p" tone="subdued">{w.settleHelp}</Text>
    {rma.lines.filter((line) => line.settled < line.quantity).map((line) => {
      const { answers } = line.told, chosen = typed.values[`remedy ${line.id}`] ?? "", remedy = chosen || (line.remedy ?? ""), answer = answers.find((one) => one.remedy === remedy);
      return (
        <BlockStack key={line.id} gap="300">
          <Select label={say(w.remedyFor, { title: line.title })} value={chosen} onChange={(value) => typed.set(`remedy ${line.id}`, value)} options={[
            { value: "", label: line.remedy ? `${w.asDecided}: ${remedyName(line.remedy)}` : w.asDecided }, ...answers.map(({ remedy: one, status, refund }) => ({ value: one as string, label: [status === "open" ? remedyName(one) : `${remedyName(one)} (${statusName(status)})`, refund].filter(Boolean).join(", ") })),
            ...grantable.filter((one) => !answers.some((known) => known.remedy === one)).map((one) => ({ value: one as string, label: say(words.start.others, { remedy: remedyName(one) }) }))]} />
          {["exchange", "replacement", "substitution"].includes(remedy) && <Select label={words.case.difference} helpText={words.case.differenceHelp} options={Object.entries(words.case.differences).map(([value, label]) => ({ value, label }))} value={typed.values[`difference ${line.id}`] ?? ""} onChange={(value) => typed.set(`difference ${line.id}`, value)} />}
          {["exchange", "replacement", "substitution"].includes(remedy) && <VariantPicker rmaId={rma.id} lineId={line.id} remedy={remedy} chosen={typed.values[`variant ${line.id}`] ?? ""} choose={(variantId) => typed.set(`variant ${line.id}`, variantId)} />}
          {line.received > 0 && ["refund", "store_credit", "exchange", "replacement", "substitution"].includes(remedy) && <PlaceSelect title={line.title} isRestockable={line.isRestockable} value={typed.values[`place ${line.id}`] ?? ""} choose={(place) => typed.set(`place ${line.id}`, place)} />}
          {remedy && answer?.status !== "open" && <Field typed={typed} name={`reason ${line.id}`} label={answer ? w.grantNow : w.override} {...(answer ? { help: say(w.grantNowHelp, { status: statusName(answer.status) }) } : {})} />}
        </BlockStack>
      );
    })}
    <Field typed={typed} name="labelCost" label={w.labelCost} />
    <SettlementPreview rmaId={rma.id} values={typed.values} />
    {rma.stopped && <FormLayout.Group><Field typed={typed} name="payAmount" label={w.pay} help={w.payHelp} placeholder={rma.stopped.ours} /><Field typed={typed} name="payReason" label={w.payReason} /></FormLayout.Group>}
  </BlockStack>
);

export const NoteFields = ({ text, setText }: { text: string; setText: (text: string) => void }) => <TextField label={w.note} helpText={w.noteHelp} value={text} onChange={setText} multiline={2} autoComplete="off" />;
