/** What stands in for a theme where an engine brings none that has a light and a dark one: a few rules and a switch. */

export const STYLE = `<style>
      :root { color-scheme: light; --ground: #ffffff; --ink: #1b1b1f; }
      :root[data-theme="dark"] { color-scheme: dark; --ground: #1b1b1f; --ink: #dfdfd6; }
      body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 sans-serif; }
      main { max-width: 700px; margin: 0 auto; padding: 16px; }
      a { color: inherit; }
    </style>
    <script>
      document.documentElement.dataset.theme = localStorage.getItem("theme") || "light";
    </script>`;

/** It listens once: an engine that swaps pages keeps the document. */
export const SWITCH = `<button type="button" id="theme">Theme</button>
    <script>
      window.themed ||= document.addEventListener("click", ({ target }) => {
        if (target.id !== "theme") return;
        const { dataset } = document.documentElement;
        dataset.theme = dataset.theme === "dark" ? "light" : "dark";
        localStorage.setItem("theme", dataset.theme);
      }) || true;
    </script>`;

export const theme = { toggle: "#theme", dark: `html[data-theme="dark"]` };
