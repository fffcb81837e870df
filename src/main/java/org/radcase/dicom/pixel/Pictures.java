package org.radcase.dicom.pixel;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Makes rendered frames small: previews and thumbnails. */
public final class Pictures {
  private Pictures() {}

  /**
   * Scales to fit, never up along the shorter pixel side, and brings oblong pixels to square ones.
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
    var current = picture;
    while (current.getWidth() >= 2 * targetWidth || current.getHeight() >= 2 * targetHeight) {
      // Halving again and again keeps every pixel's weight; one big step would skip most of them.
      current = resized(
          current,
          Math.max(targetWidth, (current.getWidth() + 1) / 2),
          Math.max(targetHeight, (current.getHeight() + 1) / 2));
    }
    return current.getWidth() == targetWidth && current.getHeight() == targetHeight
        ? current
        : resized(current, targetWidth, targetHeight);
  }

  /** Writes a JPEG; {@code quality} from 0 to 1. The stream stays open. */
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

  private static BufferedImage resized(BufferedImage picture, int width, int height) {
    var result = new BufferedImage(width, height, picture.getType());
    var graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return result;
  }
}
