// Shows the sections of an element as tabs, each named by its heading; without script they follow one another.
// <div class="tabs" data-tabs="name of the tabs"><section id="chart"><h2>Chart</h2>…</section>…</div>
// On narrow screens the section with data-narrow is shown first. Before the script runs, the stylesheet shows the same.

const NARROW = "(width < 40rem)";

class Tabs {
  #tabs;
  #panels;

  constructor(container) {
    this.#panels = [...container.children].filter((child) => child.matches("section"));
    this.#tabs = this.#panels.map((panel) => this.#tab(panel));
    const list = document.createElement("div");
    list.className = "tab-list";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", container.dataset.tabs);
    list.append(...this.#tabs);
    list.addEventListener("click", (event) => {
      const position = this.#tabs.indexOf(event.target.closest("[role=tab]"));
      if (position >= 0) {
        this.#choose(position);
      }
    });
    list.addEventListener("keydown", (event) => this.#pressed(event, getComputedStyle(list).direction === "rtl"));
    this.#select(this.#first());
    container.prepend(list);
    container.classList.add("is-ready");
    container.addEventListener("focusin", (event) => this.#markCountry(container, event.target));
    addEventListener("hashchange", () => this.#follow());
  }

  #tab(panel) {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `tab-${panel.id}`;
    tab.textContent = panel.querySelector("h2").textContent.trim();
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    panel.tabIndex = 0;
    return tab;
  }

  #first() {
    const named = this.#ofFragment();
    const narrow = matchMedia(NARROW).matches ? this.#panels.findIndex((panel) => "narrow" in panel.dataset) : -1;
    return named >= 0 ? named : Math.max(narrow, 0);
  }

  /** Returns the position of the panel that the fragment of the address leads to; -1 if it leads elsewhere. */
  #ofFragment() {
    const target = document.getElementById(fragment());
    return target ? this.#panels.findIndex((panel) => panel.contains(target)) : -1;
  }

  #follow() {
    const position = this.#ofFragment();
    if (position >= 0) {
      this.#select(position);
      document.getElementById(fragment()).scrollIntoView();
    }
  }

  #select(selected) {
    this.#tabs.forEach((tab, position) => {
      tab.setAttribute("aria-selected", String(position === selected));
      tab.tabIndex = position === selected ? 0 : -1;
      this.#panels[position].hidden = position !== selected;
    });
  }

  #choose(position) {
    this.#select(position);
    history.replaceState(history.state, "", `#${this.#panels[position].id}`);
  }

  #pressed(event, isMirrored) {
    const current = this.#tabs.indexOf(document.activeElement);
    if (current < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const count = this.#tabs.length;
    const forward = isMirrored ? "ArrowLeft" : "ArrowRight";
    const backward = isMirrored ? "ArrowRight" : "ArrowLeft";
    const next = {
      [forward]: (current + 1) % count,
      [backward]: (current - 1 + count) % count,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.#choose(next);
      this.#tabs[next].focus();
    }
  }

  /** Marks the country that had the focus in all panels, so that it is found again in another one. */
  #markCountry(container, focused) {
    const country = focused.closest("[data-country]")?.dataset.country;
    if (country) {
      for (const each of container.querySelectorAll("[data-country]")) {
        each.classList.toggle("is-marked", each.dataset.country === country);
      }
    }
  }
}

function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

document.querySelectorAll("[data-tabs]").forEach((container) => new Tabs(container));
