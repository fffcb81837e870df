package org.radcase.dicom.codec.j2k;

import org.radcase.dicom.data.DicomException;

/**
 * What all components of a tile share: the SGcod parameters of COD. Source: T.800 table A.14.
 *
 * @param transformsColors whether RCT or ICT was applied to the first three components
 */
record TileCoding(Progression.Order order, int layers, boolean transformsColors) {

  static TileCoding read(ByteReader in) throws DicomException {
    var order = Progression.Order.of(in.u8(), in);
    var layers = in.u16();
    var transform = in.u8();
    if (layers == 0) {
      throw in.malformed("A tile without layers");
    }
    if (transform > 1) {
      throw in.notDecodable("A component transform of Part 2");
    }
    return new TileCoding(order, layers, transform == 1);
  }
}
