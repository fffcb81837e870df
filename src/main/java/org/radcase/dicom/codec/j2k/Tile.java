package org.radcase.dicom.codec.j2k;

import java.util.ArrayList;
import java.util.List;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** One tile with all its precincts. Source: T.800 B.3, B.6. */
record Tile(
    Area area,
    TileCoding coding,
    List<TileComponent> components,
    List<Precinct> precincts,
    List<Progression> progressions) {

  // Precincts of 16 × 16 samples in all resolutions have 192 samples each, and encoders cut larger
  // ones. A small tile may have more: one in each of its 33 resolutions at least.
  private static final int SAMPLES_A_PRECINCT = 128;
  private static final int PRECINCTS_AT_LEAST = 1024;

  /**
   * Lays a tile out.
   *
   * @throws DicomException TRUNCATED if it has more packets than bytes, LIMIT if its precincts are
   *     tiny, MALFORMED without coding style or quantization
   */
  static Tile of(CodedTile coded, ImageSize size, int index) throws DicomException {
    var parameters = coded.parameters();
    var place = coded.anywhere();
    var area = size.tile(index);
    var coding = parameters.tileCoding(place);
    var components = new ArrayList<TileComponent>();
    var precincts = 0L;
    for (var i = 0; i < size.components().size(); i++) {
      var component = new TileComponent(
          i,
          area,
          parameters.coding(i, place),
          parameters.quantization(i, place),
          size.components().get(i).bits(),
          parameters.shift(i));
      if (!component.quantization().covers(component.coding().levels())) {
        throw place.malformed("More subbands than steps of quantization");
      }
      components.add(component);
      precincts += component.precincts();
    }
    if (precincts > PRECINCTS_AT_LEAST + area.samples() * components.size() / SAMPLES_A_PRECINCT) {
      throw DicomException.at(place.at(), Kind.LIMIT, precincts + " precincts in one tile");
    }
    // The header of a packet has at least one byte.
    if (precincts * coding.layers() > coded.bytes()) {
      throw DicomException.at(
          place.end(), Kind.TRUNCATED, "Tile " + index + " has fewer bytes than packets");
    }
    var all = new ArrayList<Precinct>();
    components.forEach(component -> component.addPrecincts(all));
    var progressions = parameters.progressions();
    return new Tile(
        area,
        coding,
        components,
        all,
        progressions.isEmpty() ? List.of(Progression.whole(coding.order())) : progressions);
  }
}
