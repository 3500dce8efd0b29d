// Draws each figure from the JSON block beside it. Nothing is fetched: pages open from a folder, without a network.
"use strict";

(() => {
  // Below this width a figure takes its narrow labels; blocks.css gives it room for them.
  const NARROW = 560;
  // A4 upright less its margins, in CSS pixels: what a chart may fill on paper.
  const PAPER_WIDTH = 680;
  // Distance from the screen at which a chart is drawn before it is scrolled to.
  const AHEAD = "400px";

  const theme = window.ThuocDoTheme;

  function layoutOf(figure, width) {
    const narrow = width < NARROW && figure.narrow ? figure.narrow : {};
    return { ...figure.layout, ...narrow, template: theme.template, autosize: true };
  }

  function draw(plot) {
    if (plot.dataset.drawn) return;
    plot.dataset.drawn = "failed";
    try {
      const figure = JSON.parse(document.getElementById(plot.dataset.figure).textContent);
      plot.replaceChildren();
      // The height goes with the labels: neither changes when a screen is turned or a sheet printed.
      plot.style.height = `${plot.clientHeight}px`;
      window.Plotly.newPlot(plot, figure.data, layoutOf(figure, plot.clientWidth), theme.config);
      plot.on("plotly_click", (event) => follow(event.points[0].customdata));
      plot.dataset.drawn = "yes";
    } catch (error) {
      plot.textContent = plot.dataset.failed;
      console.error(error);
    }
  }

  // What a point says is text, or text with the number of its origin or the page that it counts.
  function follow(said) {
    if (!Array.isArray(said)) return;
    const [, origin, page] = said;
    if (page) location.href = page;
    else explain(origin);
  }

  // The lines of an origin stand at the end of the page; the dialog shows them where the reader is.
  const dialog = document.getElementById("origin");
  function explain(id) {
    const entry = id && document.getElementById(id);
    if (!entry || !dialog) return;
    const body = dialog.querySelector(".body");
    body.replaceChildren(...[...entry.childNodes].map((node) => node.cloneNode(true)));
    dialog.querySelector(".trace span").textContent = entry.dataset.row;
    dialog.showModal();
    dialog.querySelector(".close").focus();
  }
  if (dialog) {
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest(".close, a")) dialog.close();
    });
    document.addEventListener("click", (event) => {
      const figure = event.target.closest("a.figure[href^='#o']");
      if (!figure) return;
      event.preventDefault();
      explain(figure.hash.slice(1));
    });
  }

  // The menu folds away on narrow screens; without scripts it is a list.
  const menu = document.querySelector("button.menu");
  if (window.matchMedia("(max-width: 640px)").matches) menu.hidden = false;
  menu.addEventListener("click", () => {
    menu.setAttribute("aria-expanded", String(menu.getAttribute("aria-expanded") !== "true"));
  });

  // Rows that lack a chosen value are hidden; how many are left is said.
  for (const box of document.querySelectorAll(".filters")) {
    const rows = [...document.querySelectorAll(`#${box.dataset.table} tr[data-facets]`)];
    const facets = rows.map((row) => JSON.parse(row.dataset.facets));
    const choices = [...box.querySelectorAll("select")];
    const status = box.querySelector("p");
    box.hidden = false;
    box.addEventListener("change", () => {
      let shown = 0;
      rows.forEach((row, position) => {
        const fits = choices.every((choice) => !choice.value || facets[position][choice.dataset.facet].includes(choice.value));
        row.hidden = !fits;
        shown += Number(fits);
      });
      // A heading goes with the last of its rows.
      for (const heading of document.querySelectorAll(`#${box.dataset.table} tr.group`)) {
        heading.hidden = !heading.parentElement.querySelector("tr[data-facets]:not([hidden])");
      }
      status.textContent = box.dataset.shown.replace("{n}", shown).replace("{whole}", rows.length);
    });
  }

  const plots = [...document.querySelectorAll(".plot")];

  // Below the first screen a chart at a time, in the order of the page: the page stays quick to scroll.
  const ahead = [];
  let isDrawing = false;
  function drawNext() {
    isDrawing = ahead.length > 0;
    if (!isDrawing) return;
    draw(ahead.shift());
    setTimeout(drawNext);
  }

  if ("IntersectionObserver" in window) {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (!entry.isIntersecting) continue;
          observer.unobserve(entry.target);
          ahead.push(entry.target);
        }
        if (!isDrawing) drawNext();
      },
      { rootMargin: AHEAD },
    );
    // What the first screen shows does not wait for the browser to look; a plot in a closed group has no width.
    const isSeen = (plot) => plot.clientWidth > 0 && plot.getBoundingClientRect().top < innerHeight;
    const [seen, unseen] = [plots.filter(isSeen), plots.filter((plot) => !isSeen(plot))];
    seen.forEach(draw);
    for (const plot of unseen) observer.observe(plot);
  } else {
    plots.forEach(draw);
  }

  // An address may be cut short in a message; what cannot be decoded names no row.
  function anchored() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {
      if (error instanceof URIError) return null;
      throw error;
    }
  }

  // A link to a row opens the group it stands in.
  function reveal() {
    const target = anchored();
    const group = target && target.closest("details");
    if (!group || group.open) return;
    group.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  // A figure that could not be drawn has nothing to fit to the paper.
  function fit(plot, size) {
    if (plot.dataset.drawn === "yes") window.Plotly.relayout(plot, size);
  }

  // Paper shows charts not yet scrolled to and what is folded away; long tables of reference only where they were opened.
  const opened = [];
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open], .reference)")) {
      details.open = true;
      opened.push(details);
    }
    for (const plot of plots) {
      draw(plot);
      if (plot.clientWidth > PAPER_WIDTH) fit(plot, { autosize: false, width: PAPER_WIDTH });
    }
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened.splice(0)) details.open = false;
    for (const plot of plots) fit(plot, { autosize: true, width: null });
  });
})();
