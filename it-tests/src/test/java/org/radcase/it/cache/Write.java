package org.radcase.it.cache;

import java.util.function.UnaryOperator;
import org.radcase.it.DicomFile;
import org.radcase.it.Given;
import org.radcase.it.Multipart;

/** Whatever changes what somebody reads of a case. */
enum Write {
  A_NEW_TITLE(scene -> scene.patch("{\"title\": \"Changed\"}")),
  A_NEW_DIFFICULTY(scene -> scene.patch("{\"difficulty\": 5}")),
  NO_TAG_ANY_MORE(scene -> scene.patch("{\"tags\": []}")),
  ARCHIVED(scene -> scene.patch("{\"status\": \"archived\"}")),
  PRIVATE(scene -> scene.patch("{\"visibility\": \"private\"}")),
  PUBLIC(scene -> scene.patch("{\"visibility\": \"public\"}")),
  SHARED_WITH_THE_OTHERS(scene -> {
    var elsewhere = scene.radcase().as("learner-elsewhere").get("api/auth/me").json();
    var sharing = Given.json().put("visibility", "shared");
    sharing.putArray("sharedWith").add(elsewhere.at("/institution/id").asText());
    scene.patch(sharing.toString());
  }),
  AN_UPLOAD(Write::upload),
  A_SERIES_LESS(scene -> {
    upload(scene); // a published case keeps at least one
    var uid = scene.imaged().series().path("uid").asText();
    CaseScene.accepted(scene.author().delete(scene.imaged().address() + "/series/" + uid));
  }),
  A_REVEAL(scene -> CaseScene.accepted(scene
      .learner()
      .postJson(scene.imaged().address() + "/reveal", "{\"differential\": [\"Stone\"]}"))),
  A_DELETION(scene ->
      CaseScene.accepted(scene.author().delete(scene.imaged().address(), "If-Match", "*"))),
  ANOTHER_CASE(scene -> Given.aCase(scene.author())),
  A_CO_AUTHOR(Write::inviteTheColleague),
  A_CO_AUTHOR_LESS(scene -> {
    inviteTheColleague(scene);
    scene.colleague().get(scene.imaged().address());
    CaseScene.accepted(scene
        .author()
        .delete(scene.imaged().address() + "/co-authors/" + CaseScene.idOf(scene.colleague())));
  }),
  A_NEW_NAME_OF_THE_AUTHOR(
      scene -> scene.patchPerson(scene.author(), "{\"name\": \"Changed by marriage\"}")),
  A_NEW_NAME_OF_THE_INSTITUTION(scene -> renameInstitution(scene, name -> name + Write.RENAMED)) {
    @Override
    void undo(CaseScene scene) {
      renameInstitution(scene, name -> name.replace(Write.RENAMED, ""));
    }
  };

  private static final String RENAMED = ", renamed";

  /** What happens. */
  private interface Act {
    void happen(CaseScene scene);
  }

  private final Act act;

  Write(Act act) {
    this.act = act;
  }

  void happen(CaseScene scene) {
    act.happen(scene);
  }

  /** So that other tests find what they expect. */
  void undo(CaseScene scene) {}

  /** Whether somebody reads something else afterwards, or could if answers told more. */
  boolean isSeen() {
    return this != A_NEW_NAME_OF_THE_INSTITUTION && this != A_CO_AUTHOR_LESS;
  }

  private static void upload(CaseScene scene) {
    var upload = new Multipart().file("a.dcm", new DicomFile().bytes());
    CaseScene.accepted(scene.author().post(scene.imaged().manifest(), upload));
  }

  private static void inviteTheColleague(CaseScene scene) {
    var username = scene.colleague().get("api/auth/me").json().path("username").asText();
    var invited = Given.json().put("username", username).toString();
    CaseScene.accepted(scene.author().postJson(scene.imaged().address() + "/co-authors", invited));
  }

  private static void renameInstitution(CaseScene scene, UnaryOperator<String> rename) {
    var me = scene.author().get("api/auth/me").json();
    var address = "api/admin/institutions/" + me.at("/institution/id").asText();
    var admin = scene.radcase().as("admin");
    var name = rename.apply(me.at("/institution/name").asText());
    var patch = Given.json().put("name", name).toString();
    CaseScene.accepted(admin.patch(address, patch, "If-Match", "*"));
  }
}
