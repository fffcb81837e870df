package org.radcase.dicom.pixel;

import java.awt.image.BufferedImage;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.TransferSyntax;

/**
 * Frames as pictures of eight bits: grey ones through rescale and window, colour ones as they are.
 * Needs no display (java.awt headless).
 */
public final class FrameRenderer {
  private FrameRenderer() {}

  /**
   * Renders at the default window.
   *
   * @param frame as {@link FrameReader#bytes} gives it
   * @throws DicomException NOT_DECODABLE if this toolkit cannot, MALFORMED or TRUNCATED if nobody can
   */
  public static BufferedImage render(
      byte[] frame, ImageDescription description, TransferSyntax syntax) throws DicomException {
    var samples = FrameDecoder.decode(frame, description.layout(), syntax);
    if (description.layout().photometric().isMonochrome()) {
      return Grey.render(samples, description, DefaultWindow.of(samples, description));
    }
    return Colors.render(samples, description);
  }

  /** Renders a grey frame at a window. */
  public static BufferedImage render(
      byte[] frame, ImageDescription description, TransferSyntax syntax, Window window)
      throws DicomException {
    if (!description.layout().photometric().isMonochrome()) {
      throw DicomException.of(Kind.NOT_DECODABLE, "A window is for grey images");
    }
    var samples = FrameDecoder.decode(frame, description.layout(), syntax);
    return Grey.render(samples, description, window);
  }
}
