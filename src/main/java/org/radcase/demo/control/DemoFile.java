package org.radcase.demo.control;

import java.io.IOException;
import java.io.OutputStream;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.part10.Part10Writer;

/** One instance of a demo case; {@code name} is a path with a folder for each series. */
public record DemoFile(String name, DataSet dataSet) {

  /** Writes it as a Part 10 file in explicit VR little endian; the stream stays open. */
  public void writeTo(OutputStream out) throws IOException {
    Part10Writer.write(dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
  }
}
