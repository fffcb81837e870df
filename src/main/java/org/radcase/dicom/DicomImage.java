package org.radcase.dicom;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.geometry.Plane;
import org.radcase.dicom.lut.Window;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10File;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.pixel.FrameDecoder;
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.dicom.pixel.ImageDescription;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.dicom.render.FrameDisplay;
import org.radcase.dicom.render.FrameRenderer;
import org.radcase.dicom.render.Png;
import org.radcase.dicom.render.RenderOptions;

/**
 * An image file. Its header is in memory; its pixels stay in the file, which must stay where it is,
 * and are read frame by frame. Frame numbers begin at 1. May be shared by threads.
 */
public final class DicomImage {
  private final BulkSource source;
  private final Part10File file;
  private final FrameReader frames;

  private DicomImage(BulkSource source, Part10File file) throws DicomException {
    this.source = source;
    this.file = file;
    frames = new FrameReader(source, file);
  }

  /**
   * Reads the header of a file and checks that all frames are there.
   *
   * @throws DicomException of kind NO_PIXEL_DATA if the object is no image, of another kind for each
   *     fault of the bytes
   */
  public static DicomImage open(Path path) throws IOException {
    var file = Part10Reader.read(path);
    return new DicomImage(BulkSource.of(path, file), file);
  }

  public DataSet header() {
    return file.dataSet();
  }

  public TransferSyntax transferSyntax() {
    return file.transferSyntax();
  }

  public int frames() {
    return frames.frames();
  }

  /** What a viewer must know of a frame. */
  public ImageDescription description(int frameNumber) throws DicomException {
    return ImageDescription.ofFrame(header(), frameNumber - 1);
  }

  /** Where a frame lies in the patient. */
  public Optional<Plane> plane(int frameNumber) {
    return Plane.ofFrame(header(), frameNumber - 1);
  }

  /**
   * Decodes a frame.
   *
   * @throws DicomException NOT_DECODABLE if no codec here can, LIMIT if the frame is too large,
   *     MALFORMED or TRUNCATED if its bytes are
   */
  public FrameDecoder.Samples samples(int frameNumber) throws IOException {
    return FrameDecoder.decode(
        frames.bytes(frameNumber), PixelLayout.of(header()), transferSyntax());
  }

  /** Renders a frame at its default window. */
  public BufferedImage render(int frameNumber) throws IOException {
    return render(frameNumber, RenderOptions.DEFAULT);
  }

  /** The window of {@link #render(int)}; none for colour, and where a table stands in its place. */
  public Optional<Window> defaultWindow(int frameNumber) throws IOException {
    return FrameRenderer.defaultWindow(samples(frameNumber), display(frameNumber));
  }

  /** Renders a frame; the same faults as {@link #samples}. */
  public BufferedImage render(int frameNumber, RenderOptions options) throws IOException {
    return FrameRenderer.render(samples(frameNumber), display(frameNumber), options);
  }

  /**
   * Where the overlay planes mark a frame; the same faults as {@link #samples}.
   *
   * @return one bit a pixel, row by row without padding, the lowest bit of a byte first
   */
  public byte[] overlayMask(int frameNumber) throws IOException {
    return FrameRenderer.overlayMask(samples(frameNumber), display(frameNumber));
  }

  /** Renders a frame at its default window as PNG, with the file's ICC profile. */
  public void writePng(int frameNumber, OutputStream out) throws IOException {
    var display = display(frameNumber);
    var picture = FrameRenderer.render(samples(frameNumber), display, RenderOptions.DEFAULT);
    Png.write(picture, display.profile(), out);
  }

  private FrameDisplay display(int frameNumber) throws IOException {
    return FrameDisplay.of(header(), frameNumber - 1, source);
  }
}
