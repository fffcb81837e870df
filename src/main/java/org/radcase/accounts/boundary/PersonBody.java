package org.radcase.accounts.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.json.Fields;
import org.radcase.platform.json.Json;

/** What administrators may change of somebody. */
public record PersonBody(String name, String role, @Nullable String traineeLevel, boolean active) {
  private static final List<String> READ_ONLY = List.of(
      "id", "username", "institution", "secondFactor", "lastSeenAt", "createdAt", "revision");

  /**
   * What a merge patch makes of the stored person: her next revision. Source: RFC 7396.
   *
   * @throws org.radcase.platform.problem.Problem body.invalid with every fault
   */
  static Person patched(Person stored, JsonNode patch) {
    var before = Json.MAPPER.<JsonNode>valueToTree(new PersonBody(
        stored.name(),
        stored.role().term(),
        LinkView.term(stored.traineeLevel()),
        stored.active()));
    var fields = Fields.patched(before, patch);
    fields.readOnly(READ_ONLY);
    var name = AccountFields.needed(fields, "name", AccountFields.NAME);
    var role = fields.value("role", Role::of, "learner, educator, director, admin or operator");
    if (role.isEmpty() && !fields.hasFault("role")) {
      fields.fault("/role", "field.missing", "Must not be empty");
    }
    var level = AccountFields.traineeLevel(fields);
    var active = fields.flag("active");
    fields.check();
    return new Person(
        stored.id(),
        stored.username(),
        name,
        role.orElseThrow(),
        role.equals(Optional.of(Role.LEARNER)) ? level : null,
        stored.institution(),
        active,
        stored.secondFactor(),
        stored.createdAt(),
        stored.lastSeenAt(),
        stored.revision() + 1);
  }
}
