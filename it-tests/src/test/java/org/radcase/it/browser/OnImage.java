package org.radcase.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;

/**
 * A mouse over an image that fits its cell, unturned. Knows where the image lies by arithmetic of its
 * own: the smaller of the cell's sides is filled, pixels are as high as their spacing says.
 *
 * @param zoom CSS pixels for each column
 * @param pixelShape how much higher than wide a pixel is
 */
record OnImage(Mouse mouse, BoundingBox cell, Voxels series, double zoom, double pixelShape) {
  /**
   * A whole CSS pixel of the page, and the place on the image that it is.
   *
   * @param column from the image's left edge
   * @param row from the image's top edge
   */
  record Place(double column, double row, double x, double y) {
    /** The distance to another place, mm. */
    double to(Place other, Voxels series) {
      return Math.hypot(
          (other.column - column) * Voxels.length(series.steps()[0]),
          (other.row - row) * Voxels.length(series.steps()[1]));
    }
  }

  static OnImage of(Locator cell, Voxels series) {
    var box = cell.boundingBox();
    var shape = Voxels.length(series.steps()[1]) / Voxels.length(series.steps()[0]);
    var zoom = Math.min(box.width / series.size()[0], box.height / (series.size()[1] * shape));
    return new OnImage(cell.page().mouse(), box, series, zoom, shape);
  }

  /** The whole CSS pixel that is nearest to a place on the image. */
  Place at(double column, double row) {
    return pixel(
        Math.round(centreX() + (column - columns() / 2) * zoom),
        Math.round(centreY() + (row - rows() / 2) * zoom * pixelShape));
  }

  /** The same, in CSS pixels from the cell's corner and not rounded. */
  Place inCell(double column, double row) {
    return new Place(
        column,
        row,
        centreX() - cell.x + (column - columns() / 2) * zoom,
        centreY() - cell.y + (row - rows() / 2) * zoom * pixelShape);
  }

  /** Marks keep hundredths of an image's pixel. */
  private Place pixel(double x, double y) {
    return new Place(
        Math.round(((x - centreX()) / zoom + columns() / 2) * 100) / 100.0,
        Math.round(((y - centreY()) / (zoom * pixelShape) + rows() / 2) * 100) / 100.0,
        x,
        y);
  }

  private double centreX() {
    return cell.x + Math.round(cell.width) / 2.0;
  }

  private double centreY() {
    return cell.y + Math.round(cell.height) / 2.0;
  }

  private double columns() {
    return series.size()[0];
  }

  private double rows() {
    return series.size()[1];
  }

  void click(Place... places) {
    for (var place : places) mouse.click(place.x, place.y);
  }

  /** Presses at the first place, goes by the others, lets go at the last. */
  void drag(Place... places) {
    mouse.move(places[0].x, places[0].y);
    mouse.down();
    for (var place : places) mouse.move(place.x, place.y);
    mouse.up();
  }

  /** A drag of so many CSS pixels, in one go, from the middle of the cell. */
  void dragBy(double dx, double dy) {
    drag(pixel(centreX(), centreY()), pixel(centreX() + dx, centreY() + dy));
  }
}
