package org.radcase.queries;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.radcase.accounts.control.PeopleQuery;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.Username;
import org.radcase.audit.entity.AuditQuery;
import org.radcase.cases.control.ManyCases;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.Highlighter;
import org.radcase.cases.entity.search.Search;
import org.radcase.platform.cache.Changes;
import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.PageRequest;
import org.radcase.platform.time.FreshIds;
import org.radcase.studies.control.manifests.FrameAttributes;
import org.radcase.studies.entity.FrameMap;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StudyUid;

/** Arguments for whatever a DAO takes: what matters for plans in every kind, the rest by its type. */
final class Values {
  private static final FrameAttributes NO_ATTRIBUTES =
      new FrameAttributes(1, OptionalInt.empty(), JsonNodeFactory.instance.objectNode(), List.of());

  /** A word of nearly every second case. */
  static final String MANY_HAVE_IT = "effusion";

  private final MuchData.Made made;

  Values(MuchData.Made made) {
    this.made = made;
  }

  /** At least one value of the type. */
  List<?> of(Type type) {
    if (type instanceof ParameterizedType generic) return ofGeneric(generic);
    var plain = (Class<?>) type;
    if (plain == Caller.class) return made.callers();
    if (plain == CaseId.class) return List.of(made.cases().get(7));
    if (plain == PersonId.class) return List.of(made.callers().get(0).person());
    if (plain == InstitutionId.class) return List.of(made.callers().get(0).institution());
    if (plain == CaseQuery.class) return caseQueries();
    if (plain == AuditQuery.class) return auditQueries();
    if (plain == PeopleQuery.class) return peopleQueries();
    if (plain == CaseOrder.class) return orders();
    if (plain == PageRequest.class) return pages();
    if (plain == Highlighter.class) return List.of(new Highlighter(Search.of("lung")));
    if (plain == CaseContent.class) return List.of(CaseContent.EMPTY);
    if (plain == Username.class) return Username.parse("somebody").stream().toList();
    if (plain == StudyUid.class) return List.of(new StudyUid("1.2.3.1"));
    if (plain == SeriesUid.class) return List.of(new SeriesUid("1.2.3.1.1"));
    if (plain == InstanceUid.class) return List.of(new InstanceUid("1.2.3.1.1.1"));
    if (plain == FrameMap.class) return List.of(new FrameMap.Converted());
    if (plain == FrameAttributes.class) return List.of(NO_ATTRIBUTES);
    if (plain == FreshIds.class) return List.of(new FreshIds(Clock.systemUTC()));
    if (plain == Changes.class) return List.of(GivenCaches.changes());
    if (plain == Clock.class) return List.of(Clock.systemUTC());
    if (plain == String.class) return List.of("x");
    if (plain == int.class || plain == Integer.class) return List.of(1);
    if (plain == long.class || plain == Long.class) return List.of(1_700_000_500_000L);
    if (plain == double.class) return List.of(1.5);
    if (plain == boolean.class) return List.of(true);
    if (plain == Instant.class) return List.of(Instant.ofEpochMilli(1_700_000_500_000L));
    if (plain == Duration.class) return List.of(Duration.ofDays(1));
    if (plain == UUID.class) return List.of(UUID.randomUUID());
    if (plain.isEnum()) return Arrays.asList(plain.getEnumConstants());
    if (plain.isRecord()) return List.of(record(plain));
    throw new IllegalArgumentException("No value of " + type);
  }

  private List<?> ofGeneric(ParameterizedType type) {
    if (type.getRawType() == Map.class) return List.of(Map.of());
    var entry = of(type.getActualTypeArguments()[0]).get(0);
    if (type.getRawType() == Set.class) return List.of(Set.of(entry));
    if (type.getRawType() == Collection.class || type.getRawType() == List.class) {
      return List.of(List.of(entry));
    }
    throw new IllegalArgumentException("No value of " + type);
  }

  private Object record(Class<?> type) {
    var components = type.getRecordComponents();
    var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var arguments =
        Stream.of(components).map(it -> of(it.getGenericType()).get(0)).toArray();
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("No value of " + type + ": " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("No value of " + type, e);
    }
  }

  private List<CaseQuery> caseQueries() {
    return List.of(
        CaseQuery.EVERYTHING,
        filtered(CaseFilter.MODALITY, "NM"),
        filtered(CaseFilter.BODY_PART, "CHEST"),
        filtered(CaseFilter.STATUS, "draft"),
        filtered(CaseFilter.VISIBILITY, "public", "shared"),
        filtered(CaseFilter.AUTHOR, made.callers().get(1).person().toString()),
        filtered(CaseFilter.TAG, "number 7"),
        searched(ManyCases.word(5_000)),
        searched(ManyCases.word(9_000).substring(0, 6) + "*"),
        searched("effusion " + ManyCases.word(2_000) + " -stone"),
        searched("\"left lung\" " + ManyCases.word(500)),
        searched(MANY_HAVE_IT),
        searched("-stone"));
  }

  private static CaseQuery searched(String typed) {
    return new CaseQuery(Map.of(), Search.of(typed));
  }

  private static CaseQuery filtered(CaseFilter filter, String... values) {
    return new CaseQuery(Map.of(filter, Set.of(values)), Search.ANYTHING);
  }

  private List<AuditQuery> auditQueries() {
    var institution = made.callers().get(0).institution().toString();
    var person = made.callers().get(0).person().toString();
    var from = 1_700_000_500_000L;
    return List.of(
        new AuditQuery(null, null, null, null, null, null, null, null, null),
        new AuditQuery(institution, null, null, null, null, null, null, null, null),
        new AuditQuery(
            institution, from, from + 600_000, "study-read", "done", null, null, null, null),
        new AuditQuery(null, from, from + 600_000, null, null, null, null, null, null),
        new AuditQuery(null, null, null, "case-changed", null, null, null, null, null),
        new AuditQuery(null, null, null, null, "refused", null, null, null, null),
        new AuditQuery(institution, null, null, null, null, person, null, null, null),
        new AuditQuery(
            null, null, null, null, null, null, made.cases().get(7).toString(), null, null),
        new AuditQuery(institution, null, null, null, null, null, null, "1.2.3.1", null),
        new AuditQuery(institution, null, null, null, null, null, null, null, "person 7"));
  }

  private List<PeopleQuery> peopleQueries() {
    var institution = made.callers().get(0).institution();
    return List.of(
        new PeopleQuery("", null, null, null),
        new PeopleQuery("", null, null, institution),
        new PeopleQuery("", Role.EDUCATOR, true, institution),
        new PeopleQuery("person 7", null, null, institution),
        new PeopleQuery("person 7", null, null, null));
  }

  private static List<CaseOrder> orders() {
    return Stream.of("updatedAt", "createdAt", "publishedAt", "difficulty", "title")
        .flatMap(term -> Stream.of(term, "-" + term))
        .map(term -> CaseOrder.of(term).orElseThrow())
        .toList();
  }

  private List<PageRequest> pages() {
    var id = made.cases().get(7).toString();
    return List.of(
        new PageRequest(1, 50, null),
        new PageRequest(200, 50, null),
        new PageRequest(3, 50, new Cursor(3, "", "1700000500000", id)));
  }
}
