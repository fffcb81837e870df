package org.radcase.dicom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10File;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.pixel.FrameDecoder;
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.dicom.pixel.ImageDescription;

/** One CT slice of 512 × 512 in 16 bits, as the collection has it in every transfer syntax. */
public enum CtSlice {
  NATIVE("LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1"),
  RLE("RLELosslessTransferSyntax_1.2.840.10008.1.2.5"),
  JPEG_BASELINE("JPEGProcess1TransferSyntax_1.2.840.10008.1.2.4.50"),
  JPEG_EXTENDED("JPEGProcess2_4TransferSyntax_1.2.840.10008.1.2.4.51"),
  JPEG_LOSSLESS("JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70"),
  JPEG_LS("JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80"),
  JPEG_LS_NEAR("JPEGLSLossyTransferSyntax_1.2.840.10008.1.2.4.81"),
  JPEG_2000("JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90"),
  JPEG_2000_LOSSY("JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91");

  private final String name;

  CtSlice(String name) {
    this.name = name;
  }

  Path path() {
    return Corpus.file("cornerstone/CTImage.dcm_" + name + ".dcm");
  }

  Part10File file() {
    try {
      return Part10Reader.read(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its one frame, as the file has it. */
  byte[] frame() {
    try {
      var file = file();
      return new FrameReader(BulkSource.of(path(), file), file).bytes(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FrameDecoder.Samples decode(byte[] frame, Part10File file) throws IOException {
    var layout = ImageDescription.of(file.dataSet()).layout();
    return FrameDecoder.decode(frame, layout, file.transferSyntax());
  }
}
