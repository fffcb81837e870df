package org.radcase.studies.control.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.Actor;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.config.Settings;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.TooLargeException;
import org.radcase.platform.jdbc.DatabaseFailure;
import org.radcase.studies.control.Covers;
import org.radcase.studies.entity.Refusal;
import org.radcase.studies.entity.StudyUid;
import org.radcase.studies.entity.Verdict;

/** Takes files for a case. Each is taken for itself: its verdict holds, whatever comes after it. */
@ApplicationScoped
public class ReceiveFiles {
  private static final Logger LOG = System.getLogger("org.radcase.intake");

  /** Of one request, those inside zips included. */
  private static final int MOST_FILES = 100_000;

  /** More than any object that a scanner makes; a file is spooled before it is judged. */
  private static final long MOST_FILE_BYTES = 4L << 30;

  /** Enough for a reader to tell whether this can be DICOM. */
  private static final int START_BYTES = 1024;

  private static final int BUFFER_BYTES = 64 << 10;

  private final Settings settings;
  private final ReadCase readCase;
  private final StoreInstance storeInstance;
  private final Covers covers;
  private final BlobStore blobs;
  private final Audit audit;

  @Inject
  public ReceiveFiles(
      Settings settings,
      ReadCase readCase,
      StoreInstance storeInstance,
      Covers covers,
      BlobStore blobs,
      Audit audit) {
    this.settings = settings;
    this.readCase = readCase;
    this.storeInstance = storeInstance;
    this.covers = covers;
    this.blobs = blobs;
    this.audit = audit;
  }

  /**
   * Begins to take files; the delivery must be closed.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found, or if the caller may not edit it
   */
  public Delivery begin(Caller caller, CaseId id) {
    var institution = readCase.toEdit(caller, id).author().institution();
    return new Delivery(id, institution, caller.actor());
  }

  /** The files of one request. For one thread. */
  public final class Delivery implements AutoCloseable {
    private final CaseId teachingCase;
    private final InstitutionId institution;
    private final Actor actor;
    private final Set<StudyUid> studies = new LinkedHashSet<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    private Delivery(CaseId teachingCase, InstitutionId institution, Actor actor) {
      this.teachingCase = teachingCase;
      this.institution = institution;
      this.actor = actor;
    }

    /** What became of the files so far, in the order in which they came. */
    public List<Verdict> verdicts() {
      return Collections.unmodifiableList(verdicts);
    }

    /**
     * Takes a file, or every file of a zip.
     *
     * @param name as the client calls it
     * @throws SourceException if the client's stream breaks
     */
    public void take(String name, InputStream content) throws IOException {
      var source = new BufferedInputStream(new SourceStream(content), BUFFER_BYTES);
      if (!ZipEntries.announcedBy(start(source))) {
        takeFile(name, source);
        return;
      }
      try {
        new ZipEntries(source).forEach(this::takeFile);
      } catch (RefusedException e) {
        refuse(name, e.refusal(), e.detail());
      }
    }

    private void takeFile(String name, InputStream content) throws IOException {
      try {
        if (verdicts.size() >= MOST_FILES) {
          throw new RefusedException(
              Refusal.TOO_MANY_FILES, "At most " + MOST_FILES + " files at a time");
        }
        if (ZipEntries.isUnsafe(name)) {
          throw new RefusedException(Refusal.UNSAFE_NAME, "The name leads out of its folder");
        }
        verdicts.add(store(name, new BufferedInputStream(content, BUFFER_BYTES)));
      } catch (RefusedException e) {
        // The rest of the zip is not to be trusted, or not there.
        if (e.refusal() == Refusal.ZIP_BOMB || e.refusal() == Refusal.ZIP_UNREADABLE) throw e;
        refuse(name, e.refusal(), e.detail());
      } catch (TooLargeException e) {
        refuse(name, Refusal.TOO_LARGE, "More than " + MOST_FILE_BYTES + " bytes");
      } catch (SourceException e) {
        throw e;
      } catch (IOException | DatabaseFailure e) {
        LOG.log(Level.ERROR, "A file could not be stored", e);
        refuse(name, StorageFaults.refusalFor(e), "The server could not store it; nothing is lost");
      }
    }

    private Verdict store(String name, InputStream content) throws IOException {
      ReadInstance.checkStart(start(content));
      try (var file = blobs.spool(content, MOST_FILE_BYTES)) {
        var instance = ReadInstance.of(file, institution, settings.acceptIdentified());
        var wasThere = storeInstance.store(teachingCase, instance, file);
        studies.add(instance.study());
        return new Verdict.Taken(name, instance.series().uid(), instance.uid(), wasThere);
      }
    }

    private void refuse(String name, Refusal refusal, String detail) {
      verdicts.add(new Verdict.Refused(name, refusal, detail));
    }

    private static byte[] start(InputStream source) throws IOException {
      source.mark(START_BYTES);
      var start = source.readNBytes(START_BYTES);
      source.reset();
      return start;
    }

    /** Chooses the picture of the case anew, now that it shows more, and records what came. */
    @Override
    public void close() {
      if (verdicts.stream().anyMatch(Verdict.Taken.class::isInstance)) {
        covers.chooseFor(teachingCase);
      }
      studies.forEach(study -> audit.record(AuditEvent.done(AuditAction.STUDY_ADDED, actor)
          .ownedBy(institution.toString())
          .ofCase(teachingCase.toString())
          .ofStudy(study.value())));
    }
  }
}
