package org.radcase.studies.control.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10File;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.part10.PixelData;
import org.radcase.dicom.part10.ReadLimits;
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.platform.files.BlobStore.Spooled;
import org.radcase.studies.control.manifests.FrameAttributes;
import org.radcase.studies.entity.FrameMap;
import org.radcase.studies.entity.Instance;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.Refusal;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StudyUid;

/** Makes an instance of a spooled file, or refuses it. */
final class ReadInstance {
  private static final int MOST_CHARACTERS = 300;

  private ReadInstance() {}

  /** @throws RefusedException for everything that is wrong with the file itself */
  static Instance of(Spooled file, InstitutionId institution, boolean acceptIdentified)
      throws IOException {
    try {
      var part10 = Part10Reader.read(file.path());
      IntakeRules.check(part10, acceptIdentified);
      return instance(part10, file, institution);
    } catch (DicomException e) {
      throw new RefusedException(refusalFor(e.kind()), String.valueOf(e.getMessage()));
    }
  }

  /** @throws RefusedException if these first bytes cannot be of a DICOM file */
  static void checkStart(byte[] start) throws IOException {
    try {
      Part10Reader.read(new ByteArrayInputStream(start), ReadLimits.DEFAULT);
    } catch (DicomException e) {
      if (e.kind() == DicomException.Kind.NOT_PART10) {
        throw new RefusedException(Refusal.NOT_PART10, String.valueOf(e.getMessage()));
      }
    }
  }

  private static Refusal refusalFor(DicomException.Kind kind) {
    return switch (kind) {
      case NOT_PART10 -> Refusal.NOT_PART10;
      case TRUNCATED -> Refusal.TRUNCATED;
      case MALFORMED, NOT_DECODABLE -> Refusal.MALFORMED;
      case LIMIT -> Refusal.LIMIT;
      case UNSUPPORTED_TRANSFER_SYNTAX -> Refusal.UNSUPPORTED_TRANSFER_SYNTAX;
      case NO_PIXEL_DATA -> Refusal.NO_PIXEL_DATA;
    };
  }

  private static Instance instance(Part10File part10, Spooled file, InstitutionId institution)
      throws IOException {
    var dataSet = part10.dataSet();
    var layout = PixelLayout.of(dataSet);
    var frames = frames(part10, file.path()); // first: a header may name two billion frames
    return new Instance(
        institution,
        new StudyUid(uid(dataSet, Tag.STUDY_INSTANCE_UID)),
        series(dataSet),
        new InstanceUid(uid(dataSet, Tag.SOP_INSTANCE_UID)),
        uid(dataSet, Tag.SOP_CLASS_UID),
        part10.transferSyntax().uid(),
        file.sha256(),
        file.lengthBytes(),
        layout.frames(),
        FrameAttributes.of(dataSet, part10.transferSyntax()).json(),
        frames);
  }

  private static Instance.Series series(DataSet dataSet) throws RefusedException {
    return new Instance.Series(
        new SeriesUid(uid(dataSet, Tag.SERIES_INSTANCE_UID)),
        text(dataSet, Tag.MODALITY),
        text(dataSet, Tag.BODY_PART_EXAMINED),
        text(dataSet, Tag.SERIES_DESCRIPTION),
        dataSet.integer(Tag.SERIES_NUMBER).orElse(0));
  }

  private static String uid(DataSet dataSet, Tag tag) throws RefusedException {
    var uid = dataSet.uid(tag).orElse("");
    try {
      return new InstanceUid(uid).value();
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.MALFORMED, "The UID in " + tag + " is absent or no UID");
    }
  }

  private static String text(DataSet dataSet, Tag tag) {
    var text = dataSet.string(tag).orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }

  private static FrameMap frames(Part10File part10, Path path) throws DicomException {
    var reader = new FrameReader(BulkSource.of(path, part10), part10);
    var layout = PixelLayout.of(part10.dataSet());
    if (reader.frames() != layout.frames()) {
      throw DicomException.of(
          DicomException.Kind.MALFORMED,
          "Pixel Data has %d frames, Number of Frames says %d"
              .formatted(reader.frames(), layout.frames()));
    }
    if (part10.pixelData().orElseThrow() instanceof PixelData.Encapsulated encapsulated) {
      return new FrameMap.Fragments(
          encapsulated.frames().stream().map(ReadInstance::ranges).toList());
    }
    var last = reader.asStored(layout.frames());
    return reader
        .asStored(1)
        .filter(first -> last.isPresent())
        .<FrameMap>map(first -> new FrameMap.Plain(first.offset(), first.lengthBytes()))
        .orElseGet(FrameMap.Converted::new);
  }

  private static List<FrameMap.Range> ranges(List<PixelData.Range> fragments) {
    return fragments.stream()
        .map(fragment -> new FrameMap.Range(fragment.offset(), fragment.lengthBytes()))
        .toList();
  }
}
