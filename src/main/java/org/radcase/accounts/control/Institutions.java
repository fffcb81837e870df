package org.radcase.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import org.radcase.accounts.entity.InstitutionId;

/** The institutions of this server. */
@ApplicationScoped
public class Institutions {
  private final InstitutionDao dao;

  @Inject
  Institutions(InstitutionDao dao) {
    this.dao = dao;
  }

  /** Those of the given ids that are institutions of this server. */
  public Set<InstitutionId> knownOf(Collection<InstitutionId> ids) {
    return ids.isEmpty() ? Set.of() : dao.knownOf(ids);
  }
}
