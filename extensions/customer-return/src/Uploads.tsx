import { useState } from "preact/hooks";
import type { ApiEvidence } from "../../../app/api.ts";
import type { Failure } from "../../account/ask.ts";
import { Failed } from "../../account/Failed.tsx";
import { filesIn } from "../../account/heard.ts";
import { t } from "../../account/words.ts";
import type { Entry, Upload } from "./draft.ts";
import { upload } from "./upload.ts";

/** The API takes so many files a line. */
const MOST = 10;
const TYPES = "image/jpeg,image/png,image/webp,image/heic,video/mp4,video/quicktime,video/webm";

type Props = { readonly orderId: string; readonly needs: readonly ApiEvidence[]; readonly entry: Entry; readonly onChange: (change: Partial<Entry>) => void };

/** Photos and videos: what is wanted, a place for them, and those that are there. */
export function Uploads({ orderId, needs, entry, onChange }: Props) {
  const [isSending, setSending] = useState(false), [failure, setFailure] = useState<Failure | null>(null);
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0 || isSending) return;
    setSending(true);
    setFailure(null);
    const there: Upload[] = [...entry.files];
    for (const file of files.slice(0, MOST - there.length)) {
      const { upload: done, failure: why } = await upload(orderId, file);
      if (done) there.push(done);
      else setFailure(why);
    }
    setSending(false);
    onChange({ files: there });
  };
  return (
    <s-stack gap="small">
      <s-text type="strong">{t("files")}</s-text>
      {needs.map(({ need, label, given }) => <s-stack key={need} direction="inline" gap="small-300" alignItems="center"><s-icon type={given ? "check-circle" : "info"} tone={given ? "success" : "auto"} /><s-text>{label}</s-text></s-stack>)}
      {entry.files.map((file) => (
        <s-stack key={file.handle} direction="inline" gap="small" alignItems="center">
          <s-text>{file.name}</s-text>
          <s-button accessibilityLabel={`${t("remove")}: ${file.name}`} onClick={() => onChange({ files: entry.files.filter(({ handle }) => handle !== file.handle) })}>{t("remove")}</s-button>
        </s-stack>
      ))}
      {isSending && <s-stack direction="inline" gap="small" alignItems="center"><s-spinner accessibilityLabel={t("sending")} /><s-text>{t("sending")}</s-text></s-stack>}
      {!isSending && entry.files.length < MOST && <s-drop-zone label={t("addFiles")} accept={TYPES} multiple onChange={(event: Event) => void take(filesIn(event))} />}
      {failure && <Failed failure={failure} />}
    </s-stack>
  );
}
