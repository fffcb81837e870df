// A plain Cornerstone3D viewer of a case's first series, with Cornerstone's own DICOM loader: what a hospital would build in a
// day. It says what it shows as RadCase's stage does, so that one measurement fits both.
import { Enums, imageLoader, init, RenderingEngine } from "@cornerstonejs/core";
import { init as initLoader } from "@cornerstonejs/dicom-image-loader";

const REQUESTS = 6;
const stage = document.querySelector("[data-stage]");
const host = document.querySelector("[data-surface]");
const caseId = new URLSearchParams(location.search).get("case");

init();
initLoader();
const manifest = await (await fetch(`/api/cases/${caseId}/dicom`)).json();
const ids = manifest.series[0].frames.map(({ instance }) => `wadouri:/api/cases/${caseId}/instances/${instance}`);
const middle = Math.floor(ids.length / 2);
const engine = new RenderingEngine("peer");
engine.enableElement({ viewportId: "stage", type: Enums.ViewportType.STACK, element: host });
const viewport = engine.getViewport("stage");
let loaded = 0;

host.addEventListener(Enums.Events.IMAGE_RENDERED, () => {
  stage.dataset.slice = String(viewport.getCurrentImageIdIndex() + 1);
  stage.dataset.drawing = "false";
  if (stage.dataset.state !== "true-pixels") {
    stage.dataset.state = "true-pixels";
    performance.mark("true-pixels");
  }
});
stage.addEventListener("wheel", (event) => {
  event.preventDefault();
  const next = viewport.getCurrentImageIdIndex() + Math.sign(event.deltaY);
  viewport.setImageIdIndex(Math.min(Math.max(next, 0), ids.length - 1));
});
stage.dataset.slices = String(ids.length);
await viewport.setStack(ids, middle);
viewport.render();

const outward = ids.map((_, index) => index).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
const bring = async () => {
  for (let index = outward.shift(); index !== undefined; index = outward.shift()) {
    await imageLoader.loadAndCacheImage(ids[index]);
    stage.dataset.loaded = String(++loaded);
  }
};
await Promise.all(Array.from({ length: REQUESTS }, bring));
