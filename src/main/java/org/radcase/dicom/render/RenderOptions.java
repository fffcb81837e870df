package org.radcase.dicom.render;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.radcase.dicom.lut.VoiLut;

/**
 * What a caller may choose of a picture.
 *
 * @param voiLut for grey frames, in place of the default one
 * @param depth of grey pictures; colour ones have eight bits a sample
 */
public record RenderOptions(Optional<VoiLut> voiLut, Depth depth, Set<Layer> layers) {
  /** The default window, eight bits, shutters and no overlays. */
  public static final RenderOptions DEFAULT =
      new RenderOptions(Optional.empty(), Depth.EIGHT_BITS, EnumSet.of(Layer.SHUTTERS));

  /** Bits of a grey pixel. */
  public enum Depth {
    EIGHT_BITS,
    SIXTEEN_BITS
  }

  /** What lies over the pixels. */
  public enum Layer {
    /** Display shutters: what they hide was never meant to be seen. */
    SHUTTERS,
    /** Overlay planes, in white. They may hold text and marks, even a name or a diagnosis. */
    OVERLAYS
  }

  public RenderOptions {
    layers = Set.copyOf(layers);
  }

  /** The same with a window or a table of the caller's. */
  public RenderOptions with(VoiLut chosen) {
    return new RenderOptions(Optional.of(chosen), depth, layers);
  }

  public RenderOptions with(Depth chosen) {
    return new RenderOptions(voiLut, chosen, layers);
  }

  /** The same with just these layers. */
  public RenderOptions withLayers(Layer... chosen) {
    return new RenderOptions(voiLut, depth, Set.of(chosen));
  }
}
