package org.radcase.dicom.part10;

import java.nio.ByteOrder;
import java.util.List;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;

/** Where the pixels of an image are. */
public sealed interface PixelData {

  /** A run of bytes in the file (or in the inflated stream of a deflated one). */
  record Range(long offset, long lengthBytes) {}

  /**
   * Native: all frames after one another.
   *
   * @param tag PixelData, FloatPixelData or DoubleFloatPixelData
   * @param order byte order of the words; OB has no words
   */
  record Native(Tag tag, VR vr, Range range, ByteOrder order) implements PixelData {}

  /**
   * Encapsulated: fragments, of which one or more make a frame. Source: PS3.5 A.4.
   *
   * @param frames the fragments of each frame, in order
   */
  record Encapsulated(List<List<Range>> frames) implements PixelData {
    public Encapsulated {
      frames = List.copyOf(frames);
    }
  }
}
