// Draws the charts of the first page from the figures that the page names, and again every minute. Without it the figures are in the table below.
(() => {
  const place = document.getElementById("charts");
  if (!place) return;
  const colours = ["#1a66c9", "#c2571a", "#2c8a4b"];
  const drawn = new Map();

  const options = (chart) => {
    const labels = chart.dataset.labels.split(",");
    const text = getComputedStyle(document.body).color;
    const axis = { stroke: text, grid: { stroke: "rgba(128,128,128,.3)" }, ticks: { stroke: "rgba(128,128,128,.5)" }, font: "15px sans-serif" };
    return {
      title: chart.dataset.title,
      width: Math.max(320, chart.clientWidth),
      height: 260,
      cursor: { drag: { x: false, y: false } },
      axes: [{ ...axis, values: (_, ticks) => ticks.map((tick) => new Date((tick + 7 * 3600) * 1000).toISOString().slice(11, 16)) }, { ...axis, size: 70 }],
      scales: { y: { range: (_, least, most) => [0, Math.max(1, most)] } },
      series: [
        { label: place.dataset.time, value: (_, at) => (at == null ? "" : new Date((at + 7 * 3600) * 1000).toISOString().slice(11, 16)) },
        ...labels.map((label, index) => ({ label, stroke: colours[index], width: 3, dash: index === 1 ? [8, 5] : index === 2 ? [2, 4] : [], points: { show: false } })),
      ],
    };
  };

  const draw = async () => {
    const answer = await fetch(place.dataset.source, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const figures = await answer.json();
    for (const chart of place.querySelectorAll(".chart")) {
      const data = [figures.at, ...chart.dataset.series.split(",").map((name) => figures[name])];
      if (drawn.has(chart)) drawn.get(chart).setData(data);
      else if (figures.at.length > 1) drawn.set(chart, new uPlot(options(chart), data, chart));
    }
  };

  const attempt = () => draw().catch(() => undefined);
  attempt();
  setInterval(attempt, 60000);
  addEventListener("resize", () => drawn.forEach((plot, chart) => plot.setSize({ width: Math.max(320, chart.clientWidth), height: 260 })));
})();
