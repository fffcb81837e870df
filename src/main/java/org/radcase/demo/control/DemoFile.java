package org.radcase.demo.control;

import java.io.IOException;
import java.io.OutputStream;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.part10.Part10Writer;

/** One instance of a demo case, which is made when it is asked for. */
public final class DemoFile {
  private final String name;
  private final DemoInstance instance;

  DemoFile(String name, DemoInstance instance) {
    this.name = name;
    this.instance = instance;
  }

  /** A path with a folder for each series: {@code demo-01/series-1/0001.dcm}. */
  public String name() {
    return name;
  }

  /** Makes the data set, anew with each call: up to 100 ms and a few megabytes. */
  public DataSet dataSet() {
    return instance.dataSet();
  }

  /** Makes it and writes it as a Part 10 file, explicit VR little endian; the stream stays open. */
  public void writeTo(OutputStream out) throws IOException {
    Part10Writer.write(dataSet(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
  }
}
