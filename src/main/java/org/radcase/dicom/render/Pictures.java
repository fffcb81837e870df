package org.radcase.dicom.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Makes rendered frames small, and writes them: previews and thumbnails. */
public final class Pictures {
  private Pictures() {}

  /**
   * Scales to fit by area averages, never up along the shorter pixel side, and brings oblong pixels
   * to square ones. Source of the ratio: PS3.3 C.7.6.3.1.7.
   *
   * @param aspectRatio height of a pixel over its width
   */
  public static BufferedImage scaled(
      BufferedImage picture, double aspectRatio, int maxWidth, int maxHeight) {
    var ratio = Math.max(0.05, Math.min(20, aspectRatio)); // a file's slip must not make a thread
    var width = ratio >= 1 ? picture.getWidth() : picture.getWidth() / ratio;
    var height = ratio >= 1 ? picture.getHeight() * ratio : picture.getHeight();
    var scale = Math.min(1, Math.min(maxWidth / width, maxHeight / height));
    var targetWidth = Math.max(1, (int) Math.round(width * scale));
    var targetHeight = Math.max(1, (int) Math.round(height * scale));
    return picture.getWidth() == targetWidth && picture.getHeight() == targetHeight
        ? picture
        : AreaAverage.scaled(picture, targetWidth, targetHeight);
  }

  /**
   * Writes a JPEG of a picture of eight bits a sample; {@code quality} from 0 to 1. The stream stays
   * open.
   */
  public static void writeJpeg(BufferedImage picture, float quality, OutputStream out)
      throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var encoded = ImageIO.createImageOutputStream(out)) {
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.setOutput(encoded);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } finally {
      writer.dispose();
    }
  }
}
