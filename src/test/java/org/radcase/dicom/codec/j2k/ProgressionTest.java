package org.radcase.dicom.codec.j2k;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.dicom.codec.j2k.ComponentCoding.Precincts;
import org.radcase.dicom.codec.j2k.Progression.Order;
import org.radcase.dicom.data.DicomException;

/** Packets follow one another as the nested loops of T.800 B.12.1 let them. */
class ProgressionTest {
  private static final int LAYERS = 3;

  /** One packet. */
  private record Packet(int layer, int resolution, int component, int precinct) {}

  @ParameterizedTest
  @EnumSource(Order.class)
  void packets_are_in_the_order_of_the_standard(Order order) throws DicomException {
    var random = new Random(12);
    for (var round = 0; round < 12; round++) {
      var components = components(random);

      assertThat(packets(components, Progression.whole(order))).isEqualTo(loops(components, order));
    }
  }

  @Test
  void a_change_of_order_takes_only_its_resolutions_and_components() throws DicomException {
    var segment = HexFormat.of().parseHex("01" + "00" + "0002" + "03" + "02" + "00");
    var change = Progression.read(new ByteReader(segment, 0, segment.length), 3).get(0);
    var components = components(new Random(7));

    assertThat(packets(components, change))
        .isEqualTo(loops(components, Order.LRCP).stream()
            .filter(packet -> packet.resolution >= 1 && packet.resolution < 3)
            .filter(packet -> packet.component < 2 && packet.layer < 2)
            .toList());
  }

  private static List<TileComponent> components(Random random) throws DicomException {
    var left = random.nextInt(200);
    var top = random.nextInt(200);
    var area = new Area(left, top, left + 1 + random.nextInt(150), top + 1 + random.nextInt(150));
    var step = new byte[] {0x41, 0x44, 0};
    var quantization = Quantization.read(new ByteReader(step, 0, step.length));
    var components = new ArrayList<TileComponent>();
    for (var i = 0; i < 3; i++) {
      var levels = random.nextInt(5);
      var precincts = new ArrayList<Precincts>();
      for (var resolution = 0; resolution <= levels; resolution++) {
        precincts.add(new Precincts(3 + random.nextInt(4), 3 + random.nextInt(4)));
      }
      var coding = new ComponentCoding(levels, 6, 6, 0, true, precincts);
      components.add(new TileComponent(i, area, coding, quantization, 8, 0));
    }
    return components;
  }

  private static List<Packet> packets(List<TileComponent> components, Progression progression) {
    var precincts = new ArrayList<Precinct>();
    components.forEach(component -> component.addPrecincts(precincts));
    var packets = new ArrayList<Packet>();
    for (var group : progression.groups(precincts)) {
      for (var layer = 0; layer < Math.min(LAYERS, progression.layerEnd()); layer++) {
        for (var precinct : group) {
          packets.add(
              new Packet(layer, precinct.resolution(), precinct.component(), precinct.index()));
        }
      }
    }
    return packets;
  }

  private static List<Packet> loops(List<TileComponent> components, Order order) {
    var all = new ArrayList<Packet>();
    switch (order) {
      case LRCP -> {
        for (var layer = 0; layer < LAYERS; layer++) {
          for (var resolution = 0; resolution <= 4; resolution++) {
            eachPrecinct(components, resolution, layer, all);
          }
        }
      }
      case RLCP -> {
        for (var resolution = 0; resolution <= 4; resolution++) {
          for (var layer = 0; layer < LAYERS; layer++) {
            eachPrecinct(components, resolution, layer, all);
          }
        }
      }
      case RPCL -> {
        for (var resolution = 0; resolution <= 4; resolution++) {
          var r = resolution;
          eachPosition(components, (x, y) -> {
            components.forEach(component -> allLayers(component, r, x, y, all));
          });
        }
      }
      case PCRL ->
        eachPosition(components, (x, y) -> {
          components.forEach(component -> allResolutions(component, x, y, all));
        });
      case CPRL ->
        components.forEach(
            component -> eachPosition(components, (x, y) -> allResolutions(component, x, y, all)));
    }
    return all;
  }

  private static void eachPrecinct(
      List<TileComponent> components, int resolution, int layer, List<Packet> all) {
    for (var component : components) {
      if (resolution <= component.coding().levels()) {
        var count = across(component, resolution) * down(component, resolution);
        for (var precinct = 0; precinct < count; precinct++) {
          all.add(new Packet(layer, resolution, component.index(), precinct));
        }
      }
    }
  }

  private static void eachPosition(List<TileComponent> components, Position position) {
    var area = components.get(0).area();
    for (var y = area.y0(); y < area.y1(); y++) {
      for (var x = area.x0(); x < area.x1(); x++) {
        position.visit(x, y);
      }
    }
  }

  private static void allResolutions(TileComponent component, int x, int y, List<Packet> all) {
    for (var resolution = 0; resolution <= component.coding().levels(); resolution++) {
      allLayers(component, resolution, x, y, all);
    }
  }

  /** The conditions of B.12.1.3 to B.12.1.5, and the next precinct k by equation B-20. */
  private static void allLayers(
      TileComponent component, int resolution, int x, int y, List<Packet> all) {
    if (resolution > component.coding().levels()) {
      return;
    }
    var size = component.coding().precincts().get(resolution);
    var reduction = component.coding().levels() - resolution;
    var area = component.resolution(resolution);
    if (!area.isEmpty()
        && meets(y, component.area().y0(), area.y0(), size.height(), reduction)
        && meets(x, component.area().x0(), area.x0(), size.width(), reduction)) {
      var column = cell(x, reduction, size.width()) - (area.x0() >> size.width());
      var row = cell(y, reduction, size.height()) - (area.y0() >> size.height());
      for (var layer = 0; layer < LAYERS; layer++) {
        var precinct = column + row * across(component, resolution);
        all.add(new Packet(layer, resolution, component.index(), precinct));
      }
    }
  }

  private static boolean meets(int at, int tileStart, int start, int exponent, int reduction) {
    return at % (1 << (exponent + reduction)) == 0
        || (at == tileStart && (start << reduction) % (1 << (exponent + reduction)) != 0);
  }

  private static int cell(int at, int reduction, int exponent) {
    return (int) Math.floor(Math.ceil(at / (double) (1 << reduction)) / (1 << exponent));
  }

  private static int across(TileComponent component, int resolution) {
    var area = component.resolution(resolution);
    var exponent = component.coding().precincts().get(resolution).width();
    return area.isEmpty() ? 0 : cells(area.x0(), area.x1(), exponent);
  }

  private static int down(TileComponent component, int resolution) {
    var area = component.resolution(resolution);
    var exponent = component.coding().precincts().get(resolution).height();
    return area.isEmpty() ? 0 : cells(area.y0(), area.y1(), exponent);
  }

  /** Equation B-16. */
  private static int cells(int start, int end, int exponent) {
    var side = (double) (1 << exponent);
    return (int) (Math.ceil(end / side) - Math.floor(start / side));
  }

  private interface Position {
    void visit(int x, int y);
  }
}
