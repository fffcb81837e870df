package org.radcase.it.browser;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The DICOM toolkit of a deployed WAR, as another program would use it: by its published names, on a
 * class path of its own, so that these tests import nothing of RadCase.
 */
final class DicomToolkit implements AutoCloseable {
  private final URLClassLoader classes;

  /** A VOI LUT by Window Center and Width; {@code function} by DICOM's term. */
  record Window(double center, double width, String function) {}

  /** @param war unpacked, as Tomcat keeps it */
  DicomToolkit(Path war) throws IOException {
    var url = war.resolve("WEB-INF/classes/").toUri().toURL();
    classes = new URLClassLoader(new URL[] {url}, ClassLoader.getPlatformClassLoader());
  }

  /** Renders a frame, numbered from 1; at its default window if none is given. */
  BufferedImage render(Path file, int frame, Optional<Window> window)
      throws ReflectiveOperationException {
    var image = type("DicomImage").getMethod("open", Path.class).invoke(null, file);
    var optionsType = type("render.RenderOptions");
    var options = optionsType.getField("DEFAULT").get(null);
    if (window.isPresent()) {
      options =
          optionsType.getMethod("with", type("lut.VoiLut")).invoke(options, voiLut(window.get()));
    }
    var render = image.getClass().getMethod("render", int.class, optionsType);
    return (BufferedImage) render.invoke(image, frame, options);
  }

  private Object voiLut(Window window) throws ReflectiveOperationException {
    var functionType = type("lut.Window$Function");
    var function = functionType.getField(window.function()).get(null);
    return type("lut.Window")
        .getConstructor(double.class, double.class, functionType)
        .newInstance(window.center(), window.width(), function);
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return classes.loadClass("org.radcase.dicom." + name);
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
