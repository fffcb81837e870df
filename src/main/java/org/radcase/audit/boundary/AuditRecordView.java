package org.radcase.audit.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.ChainedRecord;
import org.radcase.platform.http.Pagination;
import org.radcase.platform.paging.Page;

/** A record of the trail, as it travels. */
public record AuditRecordView(
    long sequence,
    Instant at,
    String action,
    String outcome,
    @Nullable ActorView actor,
    @Nullable String owner,
    @JsonProperty("case") @Nullable String teachingCase,
    @Nullable String study,
    @Nullable String object,
    @Nullable String detail,
    String address,
    String requestId) {
  /** Who did it. */
  public record ActorView(
      String id, @Nullable String name, @Nullable String role, @Nullable String institution) {}

  /** One page of the trail, as it travels. */
  public record AuditPageView(List<AuditRecordView> data, Pagination pagination) {
    static AuditPageView of(Page<ChainedRecord> page) {
      return new AuditPageView(page.map(AuditRecordView::of).rows(), Pagination.of(page));
    }
  }

  static AuditRecordView of(ChainedRecord chained) {
    var audited = chained.audited();
    var id = audited.actorId();
    return new AuditRecordView(
        chained.sequence(),
        Instant.ofEpochMilli(audited.at()),
        audited.action(),
        audited.outcome(),
        id == null
            ? null
            : new ActorView(
                id, audited.actorName(), audited.actorRole(), audited.actorInstitution()),
        audited.owner(),
        audited.caseId(),
        audited.studyUid(),
        audited.object(),
        audited.detail(),
        audited.address(),
        audited.requestId());
  }
}
