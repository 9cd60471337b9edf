// Completes names in search boxes: the combobox pattern of ARIA 1.2 with a list box.
// <input data-combobox data-lang="fr" data-suggest="/v1/suggest" data-label="Suggestions" data-count="Suggestions: {0}"
//     data-none="No suggestion" data-kind-startups="Startup" …>

const RESOURCES_WITH_PAGES = ["startups", "programs", "partners", "countries", "indicators"];
/** What can be opened or filtered by; a name of anything else leads nowhere. */
const SUGGESTED_RESOURCES = [...RESOURCES_WITH_PAGES, "vocabularies"];
const MIN_LENGTH = 2;
const MAX_SUGGESTIONS = 8;
/** Typing rarely pauses for as long. */
const PAUSE_IN_MILLISECONDS = 150;

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

function element(name, attributes, ...children) {
  const created = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    created.setAttribute(attribute, value);
  }
  created.append(...children);
  return created;
}

/** Returns the nodes of a text whose only markup is <mark>. */
function highlighted(html) {
  return html
    .split(/<mark>(.*?)<\/mark>/s)
    .map((part) => part.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]))
    .map((text, position) => (position % 2 === 1 ? element("mark", {}, text) : text));
}

function plain(html) {
  return element("span", {}, ...highlighted(html)).textContent;
}

class Combobox {
  #input;
  #list;
  #status;
  #lang;
  #suggestions = [];
  #active = -1;
  #shownFor = "";
  #timer;
  #request;

  constructor(input, number) {
    this.#input = input;
    this.#lang = input.dataset.lang || document.documentElement.lang;
    this.#list = element("ul", {
      class: "suggestions",
      id: `suggestions-${number}`,
      role: "listbox",
      "aria-label": input.dataset.label ?? "",
      hidden: "",
    });
    this.#status = element("span", { class: "visually-hidden", role: "status" });
    for (const [attribute, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.id,
    })) {
      input.setAttribute(attribute, value);
    }
    input.parentElement.classList.add("combobox");
    input.after(this.#list, this.#status);

    input.addEventListener("input", () => this.#typed());
    input.addEventListener("keydown", (event) => this.#pressed(event));
    input.addEventListener("blur", () => this.#close());
    // The input keeps the focus, so that it does not close the list before the click.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) {
        this.#choose([...this.#list.children].indexOf(option));
      }
    });
  }

  get #isOpen() {
    return !this.#list.hidden;
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#activate(-1);
    if (this.#input.value.trim().length < MIN_LENGTH) {
      this.#close();
      return;
    }
    this.#timer = setTimeout(() => this.#suggest(), PAUSE_IN_MILLISECONDS);
  }

  async #suggest() {
    const text = this.#input.value.trim();
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    try {
      const url = new URL(this.#input.dataset.suggest, document.baseURI);
      url.searchParams.set("q", text);
      url.searchParams.set("resource", SUGGESTED_RESOURCES.join(","));
      url.searchParams.set("lang", this.#lang);
      url.searchParams.set("limit", String(MAX_SUGGESTIONS));
      const response = await fetch(url, { headers: { Accept: "application/json" }, signal: request.signal });
      const suggestions = response.ok ? (await response.json()).data : [];
      if (!request.signal.aborted && document.activeElement === this.#input) {
        this.#show(suggestions, text);
      }
    } catch {
      // The form works without suggestions.
      if (!request.signal.aborted) {
        this.#close();
      }
    }
  }

  #show(suggestions, text) {
    this.#suggestions = suggestions;
    this.#shownFor = text;
    this.#list.replaceChildren(...suggestions.map((suggestion, position) => this.#option(suggestion, position)));
    this.#activate(-1);
    if (suggestions.length > 0) {
      this.#open();
    } else {
      this.#close();
    }
    this.#announce();
  }

  #option(suggestion, position) {
    const name = suggestion.name ?? plain(suggestion.text ?? "");
    const isOtherName = Boolean(suggestion.text) && plain(suggestion.text) !== name;
    const match = suggestion.text ? highlighted(suggestion.text) : [name];
    const label = element("bdi", { class: "suggestion-name" }, ...(isOtherName ? [name] : match));
    const otherName = isOtherName ? [" ", element("bdi", { class: "suggestion-match" }, ...match)] : [];
    const kindText = this.#input.getAttribute(`data-kind-${suggestion.resource}`) ?? "";
    const kind = element("span", { class: "suggestion-kind" }, kindText);
    return element(
      "li",
      { role: "option", id: `${this.#list.id}-${position}`, "aria-selected": "false" },
      label,
      ...otherName,
      " ",
      kind,
    );
  }

  #announce() {
    const { count = "", none = "" } = this.#input.dataset;
    this.#status.textContent =
      this.#suggestions.length === 0 ? none : count.replace("{0}", String(this.#suggestions.length));
  }

  #open() {
    this.#list.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
  }

  #close() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#status.textContent = "";
    this.#activate(-1);
  }

  /** Highlights an option; -1 for none. */
  #activate(position) {
    this.#active = position;
    [...this.#list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === position)));
    const option = this.#list.children[position];
    if (option) {
      this.#input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.#input.removeAttribute("aria-activedescendant");
    }
  }

  #pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#move(event.key === "ArrowDown" ? 1 : -1, event.altKey);
    } else if (event.key === "Escape" && this.#isOpen) {
      event.preventDefault();
      this.#close();
    } else if (event.key === "Enter" && this.#isOpen && this.#active >= 0) {
      event.preventDefault();
      this.#choose(this.#active);
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      // These keys move the cursor in the text again.
      this.#activate(-1);
    }
  }

  #move(step, isAlt) {
    const text = this.#input.value.trim();
    if (!this.#isOpen) {
      if (text !== this.#shownFor) {
        this.#typed();
        return;
      }
      if (this.#suggestions.length === 0) {
        return;
      }
      this.#open();
      this.#announce();
    } else if (isAlt && step < 0) {
      this.#close();
      return;
    }
    if (isAlt) {
      return;
    }
    const count = this.#suggestions.length;
    const from = this.#active < 0 && step < 0 ? 0 : this.#active;
    this.#activate((from + step + count) % count);
  }

  #choose(position) {
    const suggestion = this.#suggestions[position];
    this.#close();
    if (RESOURCES_WITH_PAGES.includes(suggestion.resource)) {
      location.assign(`/explore/${this.#lang}/${suggestion.resource}/${encodeURIComponent(suggestion.slug)}`);
      return;
    }
    const filtered = this.#filtered(suggestion.filters ?? []);
    if (filtered) {
      location.assign(filtered);
      return;
    }
    this.#input.value = suggestion.name ?? plain(suggestion.text ?? "");
    this.#shownFor = this.#input.value.trim();
    this.#suggestions = [];
  }

  /** Returns the address of the searched list with the first of the filters that it has; null if it has none. */
  #filtered(filters) {
    const form = this.#input.form;
    if (!form) {
      return null;
    }
    const url = new URL(form.action);
    const resource = url.pathname.split("/").pop();
    const found = filters.find((each) => each.resources.includes(resource));
    if (!found) {
      return null;
    }
    const others = [...new FormData(form)].filter(([name, value]) => value !== "" && name !== this.#input.name);
    const kept = new URLSearchParams(others);
    const [name, value] = found.filter.split("=");
    const values = new Set((kept.get(name) ?? "").split(",").filter((each) => each !== ""));
    kept.set(name, [...values.add(value)].join(","));
    // The grammar separates values with commas, which need no escape.
    url.search = kept.toString().replaceAll("%2C", ",");
    return url.href;
  }
}

document.querySelectorAll("input[data-combobox]").forEach((input, position) => new Combobox(input, position + 1));
