package org.radcase.studies.control.intake;

import java.time.Clock;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.entity.CaseId;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;
import org.radcase.studies.control.manifests.FrameAttributes;
import org.radcase.studies.entity.FrameMap;
import org.radcase.studies.entity.Instance;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StudyUid;

/** Instances that cases show, without their files. */
public final class GivenInstances {
  private final Database database;
  private final InstanceDao dao;

  private GivenInstances(Database database) {
    this.database = database;
    var clock = Clock.systemUTC();
    dao = new InstanceDao(database, new FreshIds(clock), clock);
  }

  public static GivenInstances in(Database database) {
    return new GivenInstances(database);
  }

  /** Has a case show an instance of this header. */
  public void show(CaseId id, InstitutionId institution, DataSet header) throws DicomException {
    var syntax = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    var attributes = FrameAttributes.of(header, syntax);
    var uid = header.string(Tag.SOP_INSTANCE_UID).orElseThrow();
    var instance = new Instance(
        institution,
        new StudyUid(header.string(Tag.STUDY_INSTANCE_UID).orElseThrow()),
        new Instance.Series(
            new SeriesUid(header.string(Tag.SERIES_INSTANCE_UID).orElseThrow()),
            "CT",
            "CHEST",
            "",
            1),
        new InstanceUid(uid),
        header.string(Tag.SOP_CLASS_UID).orElseThrow(),
        syntax.uid(),
        "%064x".formatted(uid.hashCode() & 0xffffffffL),
        1_000,
        attributes.frames().size(),
        attributes.json(),
        new FrameMap.Converted());
    database.transaction(() -> {
      var series =
          dao.seriesFor(institution, instance.study(), instance.series()).orElseThrow();
      return dao.show(id, dao.add(instance, series));
    });
  }
}
