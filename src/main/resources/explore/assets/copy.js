// Copies the text of an element to the clipboard.
// <button type="button" data-copy="id of the element" data-done="Copied" data-failed="Not copied" hidden>Copy</button>

function select(source) {
  if ("select" in source) {
    source.select();
  } else {
    getSelection().selectAllChildren(source);
  }
}

async function copy(source) {
  const text = "value" in source ? source.value : source.textContent.trim();
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without TLS, browsers offer only the older way, which copies what is selected.
    select(source);
    return document.execCommand("copy");
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy || button.getAttribute("aria-controls"));
  if (source) {
    const status = document.createElement("span");
    status.className = "copy-status";
    status.setAttribute("role", "status");
    button.after(status);
    button.hidden = false;
    button.addEventListener("click", async () => {
      status.textContent = "";
      const { done = "", failed = "" } = button.dataset;
      status.textContent = (await copy(source)) ? done : failed;
    });
  }
}
