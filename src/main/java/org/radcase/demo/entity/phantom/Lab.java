package org.radcase.demo.entity.phantom;

import org.radcase.demo.entity.shape.Grain;
import org.radcase.demo.entity.shape.Noise;

/**
 * The chance that all phantoms share: made once, a few megabytes, the same on every machine.
 *
 * @param noise of bodies
 * @param ct grain of CT
 * @param fine grain of everything else
 */
public record Lab(Noise noise, Grain ct, Grain fine, int place) {
  private static final long SEED = 0x52414443415345L;

  /** A new one; keep it while several cases are made. */
  public static Lab open() {
    return new Lab(new Noise(SEED), Grain.ofCt(SEED + 1), Grain.fine(SEED + 2), 0);
  }

  /** The same with bodies and grain of its own for one case. */
  public Lab of(String phantom) {
    var own = phantom.hashCode();
    return new Lab(noise.elsewhere(own ^ own >>> 16), ct, fine, own);
  }

  /** Where the grain of an image lies, different for each. */
  int grainOf(int series, int image) {
    return (place + 31 * series + image) * 0x9E3779B1;
  }
}
