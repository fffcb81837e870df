package org.radcase.dicom.codec.j2k;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.data.DicomException;

/**
 * What marker segments of one header say; a tile's header goes before the main one, and in a header
 * the segment of one component before that of all. Source: T.800 A.6. For one thread.
 */
final class Parameters {
  private static final int PRECINCTS_FOLLOW = 1; // of Scod and Scoc

  private final @Nullable Parameters outer;
  private final int components;
  private final Map<Integer, ComponentCoding> codings = new HashMap<>();
  private final Map<Integer, Quantization> quantizations = new HashMap<>();
  private final Map<Integer, Integer> shifts = new HashMap<>();
  private final List<Progression> progressions = new ArrayList<>();
  private @Nullable TileCoding tileCoding;
  private @Nullable ComponentCoding anyCoding;
  private @Nullable Quantization anyQuantization;

  /** Those of the main header. */
  Parameters(int components) {
    this.components = components;
    outer = null;
  }

  /** Those of a tile, which has what it does not say from the main header. */
  Parameters(Parameters outer) {
    this.outer = outer;
    components = outer.components;
  }

  void read(int marker, ByteReader in) throws DicomException {
    switch (marker) {
      case Marker.COD -> {
        var namesPrecincts = (in.u8() & PRECINCTS_FOLLOW) != 0;
        tileCoding = TileCoding.read(in);
        anyCoding = ComponentCoding.read(in, namesPrecincts);
      }
      case Marker.COC -> {
        var component = component(in);
        var namesPrecincts = (in.u8() & PRECINCTS_FOLLOW) != 0;
        codings.put(component, ComponentCoding.read(in, namesPrecincts));
      }
      case Marker.QCD -> anyQuantization = Quantization.read(in);
      case Marker.QCC -> quantizations.put(component(in), Quantization.read(in));
      case Marker.RGN -> readRegion(in);
      case Marker.POC -> progressions.addAll(Progression.read(in, components));
      default -> {
        if (!Marker.isOne(marker)) {
          throw in.malformed("No marker behind a marker segment");
        }
        if (!Marker.canBeSkipped(marker)) {
          throw in.notDecodable(
              "A marker segment unknown to Part 1: " + Integer.toHexString(marker));
        }
      }
    }
  }

  private void readRegion(ByteReader in) throws DicomException {
    var component = component(in);
    if (in.u8() != 0) {
      throw in.notDecodable("A region of interest that is not by maximal shift");
    }
    shifts.put(component, in.u8());
  }

  /** Component indexes have two bytes from 257 components on, which no frame has. */
  private int component(ByteReader in) throws DicomException {
    var component = in.u8();
    if (component >= components) {
      throw in.malformed("Parameters of component " + component + " of " + components);
    }
    return component;
  }

  TileCoding tileCoding(ByteReader in) throws DicomException {
    if (tileCoding != null) {
      return tileCoding;
    }
    if (outer == null) {
      throw in.malformed("No coding style (COD)");
    }
    return outer.tileCoding(in);
  }

  ComponentCoding coding(int component, ByteReader in) throws DicomException {
    var own = codings.getOrDefault(component, anyCoding);
    if (own != null) {
      return own;
    }
    if (outer == null) {
      throw in.malformed("No coding style (COD)");
    }
    return outer.coding(component, in);
  }

  Quantization quantization(int component, ByteReader in) throws DicomException {
    var own = quantizations.getOrDefault(component, anyQuantization);
    if (own != null) {
      return own;
    }
    if (outer == null) {
      throw in.malformed("No quantization (QCD)");
    }
    return outer.quantization(component, in);
  }

  /** Bitplanes by which a region of interest was lifted; 0 for none. */
  int shift(int component) {
    var own = shifts.get(component);
    if (own != null) {
      return own;
    }
    return outer == null ? 0 : outer.shift(component);
  }

  /** The changes of progression order; where there are none, that of {@link #tileCoding}. */
  List<Progression> progressions() {
    return progressions.isEmpty() && outer != null ? outer.progressions() : progressions;
  }
}
