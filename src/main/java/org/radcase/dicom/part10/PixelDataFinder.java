package org.radcase.dicom.part10;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.Value;
import org.radcase.dicom.part10.PixelData.Range;

/** Says where the pixels of a data set are that was just read. Source: PS3.5 section 8.2. */
final class PixelDataFinder {
  private static final List<Tag> TAGS =
      List.of(Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA);

  private PixelDataFinder() {}

  static Optional<PixelData> find(DataSet dataSet, TransferSyntax syntax, BitSet imageStarts)
      throws DicomException {
    for (var tag : TAGS) {
      var element = dataSet.find(tag);
      if (element.isPresent()) {
        return of(element.get(), dataSet, syntax, imageStarts);
      }
    }
    return Optional.empty();
  }

  private static Optional<PixelData> of(
      Element element, DataSet dataSet, TransferSyntax syntax, BitSet imageStarts)
      throws DicomException {
    if (element.value() instanceof Value.InFile left) {
      var range = new Range(left.offset(), left.lengthBytes());
      return Optional.of(new PixelData.Native(element.tag(), element.vr(), range, left.order()));
    }
    if (!(element.value() instanceof Value.Fragments fragments)) {
      return Optional.empty();
    }
    var ranges = new ArrayList<Range>();
    for (var part : fragments.parts()) {
      if (part instanceof Value.InFile left) {
        ranges.add(new Range(left.offset(), left.lengthBytes()));
      }
    }
    var isVideo = syntax.codec() == TransferSyntax.Codec.VIDEO;
    var frames = isVideo
        ? List.of(List.copyOf(ranges))
        : FrameSplitter.split(dataSet, offsetTable(fragments), ranges, imageStarts);
    return Optional.of(new PixelData.Encapsulated(frames));
  }

  private static byte[] offsetTable(Value.Fragments fragments) {
    return !fragments.parts().isEmpty() && fragments.parts().get(0) instanceof Value.Bytes table
        ? table.copy()
        : new byte[0];
  }
}
