/** What the pages without an app need: a print button. */
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
