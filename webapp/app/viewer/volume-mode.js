// @ts-check
import { Mpr, NO_VOLUME, volumeAt } from "./mpr.js";
import { PlaneCell } from "./plane-cell.js";

/** A volume may take this share of what frames may take. */
const SHARE = 0.6;
const BYTES_A_VOXEL = 2;
const PLANE_NAMES = /** @type {const} */ (["axial", "coronal", "sagittal"]);

/**
 * Three planes through a volume instead of the stage's cells, and the stack beside them.
 * @typedef {{series: import("../dicom/manifest.js").Series, store: import("./frame-store.js").FrameStore, index: number,
 *   window: import("../dicom/window.js").Window | undefined}} Shown  what the volume is made of
 */
export class VolumeMode {
  /** @type {Mpr | null} */
  mpr = null;
  /** @type {PlaneCell[]} none while it is off */
  planes = [];
  /** The active cell: one of the planes, or, after them, the stack. */
  active = 0;
  #means;

  /**
   * @param {{shown: () => Shown | null, lut: (window: import("../dicom/voi-lut.js").LutWindow) => import("../volume/lut-texture.js").Lut | undefined, painter: () => import("../volume/volume-painter.js").VolumePainter | null, room: number,
   *   taken: (bytes: number) => void, refused: (obstacle: string) => void, changed: () => void, turned: () => void}} means
   *   lut: a table, once it is unpacked; room: bytes that frames and volume share; taken: how many of them the volume has; refused: why there is no volume; changed: planes are
   *   to be drawn anew; turned: it went on or off
   */
  constructor(means) {
    this.#means = means;
  }

  toggle() {
    this.mpr ? this.close() : this.#open();
  }

  close() {
    if (this.mpr) {
      this.mpr.close();
      this.mpr = null;
      this.planes = [];
      this.#means.taken(0);
      this.#means.turned();
    }
  }

  /** The GPU forgot everything, and works again. */
  restore() {
    const painter = this.#means.painter();
    if (painter) {
      this.mpr?.open(painter);
    }
  }

  #open() {
    const { shown: look, lut, painter: paints, room, taken, refused, changed, turned } = this.#means;
    const shown = look();
    const painter = paints();
    const { stack, geometry, obstacle } = shown ? volumeAt(shown.series, shown.index) : NO_VOLUME;
    const bytes = geometry ? geometry.size.reduce((product, size) => product * size, BYTES_A_VOXEL) : 0;
    if (!shown?.window || !stack || !geometry || !painter || bytes > room * SHARE) {
      refused(obstacle ?? "too-large");
      return;
    }
    const failed = (/** @type {unknown} */ error) => {
      reportError(error);
      refused("too-large");
      this.close();
    };
    const volume = new Mpr({ store: shown.store, stack, geometry, window: shown.window, lut, changed, failed });
    this.mpr = volume;
    this.planes = PLANE_NAMES.map((name) => new PlaneCell({ name, volume }));
    this.active = 0;
    taken(bytes);
    turned();
    volume.open(painter);
  }
}
