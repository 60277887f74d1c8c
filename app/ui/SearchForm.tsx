import { useState } from "react";
import { Button, TextField } from "@shopify/polaris";
import { Form, useNavigation } from "@remix-run/react";
import { OffEdge } from "./OffEdge.tsx";
import { words } from "./words.en.ts";

/** What a list is searched by; the address keeps it under `name`. */
export function SearchForm({ name, label, value }: { name: string; label: string; value: string }) {
  const { state } = useNavigation(), [typed, setTyped] = useState(value);
  return (
    <Form method="get" role="search">
      <OffEdge>
        <TextField label={label} labelHidden placeholder={label} name={name} value={typed} onChange={setTyped} autoComplete="off" clearButton onClearButtonClick={() => setTyped("")} connectedRight={<Button submit loading={state === "loading"}>{words.common.search}</Button>} />
      </OffEdge>
    </Form>
  );
}
