package org.radcase.dicom.render;

/** From luminance and chrominance of eight bits to RGB. Source: PS3.3 C.7.6.3.1.2, solved for R, G, B. */
enum Ybr {
  /** All of 0 to 255 is used; the same as ITU-T T.871 section 7. */
  FULL(0, 1, 1.402, 0.344136, 0.714136, 1.772),
  /** Y from 16 to 235, the others from 16 to 240; ITU-R BT.601. */
  PARTIAL(16, 255.0 / 219, 1.596027, 0.391762, 0.812968, 2.017232);

  private final int black;
  private final double gain;
  private final double redOfCr;
  private final double greenOfCb;
  private final double greenOfCr;
  private final double blueOfCb;

  Ybr(int black, double gain, double redOfCr, double greenOfCb, double greenOfCr, double blueOfCb) {
    this.black = black;
    this.gain = gain;
    this.redOfCr = redOfCr;
    this.greenOfCb = greenOfCb;
    this.greenOfCr = greenOfCr;
    this.blueOfCb = blueOfCb;
  }

  /** The colour as 0xRRGGBB. */
  int rgbOf(int y, int cb, int cr) {
    var light = gain * (y - black);
    var red = light + redOfCr * (cr - 128);
    var green = light - greenOfCb * (cb - 128) - greenOfCr * (cr - 128);
    var blue = light + blueOfCb * (cb - 128);
    return (clamped(red) << 16) | (clamped(green) << 8) | clamped(blue);
  }

  private static int clamped(double value) {
    return (int) Math.max(0, Math.min(255, value + 0.5));
  }
}
