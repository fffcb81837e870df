package org.radcase.dicom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Dictionary;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** Data sets by chance, of every VR, valid or nearly so; one seed gives one data set. */
public final class RandomDataSets {
  private static final VR[] VRS = VR.values();

  /** One attribute of the dictionary for each VR, so that implicit VR reads it as the same. */
  private static final List<Tag> PUBLIC = publicTags();

  private RandomDataSets() {}

  /** Elements that come back from every encoding, implicit VR too. */
  public static DataSet of(Random random, int depth) {
    var builder = DataSet.builder();
    builder.putString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
    for (var i = random.nextInt(20); i >= 0; i--) {
      var tag = PUBLIC.get(random.nextInt(PUBLIC.size()));
      put(builder, tag, Dictionary.vr(tag), random, depth);
    }
    return builder.build();
  }

  /** Private elements of any VR, and repeating groups too: explicit VR only keeps what they are. */
  public static DataSet explicitOnly(Random random, int depth) {
    var builder = of(random, depth).toBuilder();
    var block =
        builder.privateBlock("RADCASE " + random.nextInt(3), 0x0029 + 2 * random.nextInt(9));
    for (var i = random.nextInt(20); i >= 0; i--) {
      var vr = VRS[random.nextInt(VRS.length)];
      put(builder, block.tag(random.nextInt(0x100)), vr, random, depth);
    }
    var group = 0x6000 + 2 * random.nextInt(16);
    return builder
        .putInts(Tag.of(group, 0x0010), VR.US, random.nextInt(0x10000))
        .putBytes(Tag.of(group, 0x3000), VR.OB, Generated.bytes(random.nextInt(40) * 2, 1))
        .build();
  }

  private static void put(DataSetBuilder into, Tag tag, VR vr, Random random, int depth) {
    if (random.nextInt(8) == 0) {
      into.putEmpty(tag, vr);
      return;
    }
    switch (vr.kind()) {
      case TEXT, CHARSET_TEXT -> into.put(new Element(tag, vr, text(vr, random)));
      case SEQUENCE -> into.putSequence(tag, items(random, depth));
      default -> {
        var unit = Math.max(2, vr.valueBytes());
        into.putBytes(tag, vr, Generated.bytes(unit * random.nextInt(30), random.nextLong()));
      }
    }
  }

  private static Value text(VR vr, Random random) {
    var text = new StringBuilder();
    for (var i = random.nextInt(30); i > 0; i--) {
      var letters = letters(vr);
      text.append(letters.charAt(random.nextInt(letters.length())));
      if (random.nextInt(10) == 0) {
        text.append(vr == VR.PN ? '^' : '\\');
      }
    }
    var bytes = text.toString().stripTrailing().getBytes(StandardCharsets.UTF_8);
    var builder = DataSet.builder().putBytes(Tag.PATIENT_ID, vr, bytes);
    return builder.build().find(Tag.PATIENT_ID).orElseThrow().value();
  }

  private static String letters(VR vr) {
    if (vr == VR.UI) {
      return "0123456789.";
    }
    return vr.kind() == VR.Kind.TEXT ? "abc XYZ 0123" : "abc XYZ 0123 ÄÖÜ é 山田 김 ";
  }

  private static List<DataSet> items(Random random, int depth) {
    var items = new ArrayList<DataSet>();
    for (var i = depth > 0 ? random.nextInt(3) : 0; i > 0; i--) {
      items.add(of(random, depth - 1));
    }
    return items;
  }

  private static List<Tag> publicTags() {
    var tags = new ArrayList<Tag>();
    for (var keyword : List.of(
        "RetrieveAETitle",
        "PatientAge",
        "FrameIncrementPointer",
        "Modality",
        "ImageType",
        "StudyDate",
        "PixelSpacing",
        "AcquisitionDateTime",
        "ReferencePixelPhysicalValueX",
        "RecommendedDisplayFrameRateInFloat",
        "InstanceNumber",
        "PatientID",
        "OtherPatientNames",
        "ImageComments",
        "EncapsulatedDocument",
        "DoubleFloatPixelData",
        "VectorGridData",
        "LongPrimitivePointIndexList",
        "ExtendedOffsetTable",
        "RedPaletteColorLookupTableData",
        "PatientName",
        "StudyID",
        "ReferencePixelX0",
        "ReferencedImageSequence",
        "InstitutionAddress",
        "StudyTime",
        "LongCodeValue",
        "SOPInstanceUID",
        "RegionLocationMinX0",
        "URNCodeValue",
        "Rows",
        "TextValue",
        "FileOffsetInContainer",
        "SelectorSVValue",
        "SelectorUNValue",
        "TagAngleSecondAxis")) {
      Dictionary.tag(keyword).ifPresent(tags::add);
    }
    return tags;
  }
}
