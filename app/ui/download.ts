/** Fetches a file of the app with the session's token, which a plain link would not carry, and gives it to the browser. */
export async function download(path: string, name: string): Promise<boolean> {
  const response = await fetch(path);
  if (!response.ok) return false;
  const url = URL.createObjectURL(await response.blob()), link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}
