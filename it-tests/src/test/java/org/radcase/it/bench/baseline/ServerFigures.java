package org.radcase.it.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.radcase.it.Answer;
import org.radcase.it.RadCase;
import org.radcase.it.bench.BareApplication;
import org.radcase.it.bench.Load;
import org.radcase.it.bench.Load.Request;
import org.radcase.it.bench.Load.Speed;
import org.radcase.it.server.TomcatServer;

/** What RadCase does by HTTP, beside a bare servlet and Tomcat's own for files in the same Tomcat. */
public final class ServerFigures {
  private static final int MANY = 100;

  /** Who waits for the database is not made faster by more who wait. */
  private static final int SOME = 10;

  private static final String SERVLET = "a bare servlet with the same bytes";
  private static final String FILES = "Tomcat's servlet for files with the same bytes";

  private final Effort effort;
  private final URI server;
  private final BareApplication bare;
  private final Scene scene;
  private final List<Turns> figures = new ArrayList<>();

  private ServerFigures(TomcatServer server, Effort effort) {
    this.effort = effort;
    this.server = server.address();
    bare = BareApplication.of(server);
    scene = Scene.madeBy(server.radcase().as("educator"), server.radcase().as("learner"));
  }

  /** On a server that has the {@link BareApplication} beside it. */
  public static List<Turns> measure(TomcatServer server, Effort effort) {
    Load.requireWrk();
    return new ServerFigures(server, effort).measure();
  }

  private List<Turns> measure() {
    var mixed = new Mixed(scene, bare);
    if (effort.firstWarmUpSeconds > 0) {
      mixed.load(server).run(SOME, effort.firstWarmUpSeconds);
      mixed.peer(server).run(SOME, effort.firstWarmUpSeconds);
    }
    api();
    dicom();
    for (var connections : List.of(1, SOME, MANY)) mixed(mixed, connections);
    figures.add(new Upload(scene.educator(), effort).measure());
    return figures;
  }

  private void api() {
    var learner = scene.learner();
    var list = known(learner, scene.list(), "HIT");
    kept("list of cases, HIT", scene.list(), list);
    var fresh = scene.listNeverAskedFor();
    assertThat(known(learner, fresh.replace("{fresh}", "000000000000"), "MISS")).isEqualTo(list);
    compare(
        "API",
        "list of cases, MISS",
        SOME,
        as(learner, fresh),
        SERVLET,
        bytes(learner, "list-never-asked-for", list));
    kept("facets, HIT", scene.facets(), known(learner, scene.facets(), "HIT"));
    kept("one case, HIT", scene.address(), known(learner, scene.address(), "HIT"));
    kept("manifest, HIT", scene.manifest(), known(learner, scene.manifest(), "HIT"));
    var tag = learner.get(scene.list()).header("ETag");
    assertThat(learner.get(scene.list(), "If-None-Match", tag).status()).isEqualTo(304);
    compare(
        "API",
        "list of cases, 304",
        MANY,
        as(learner, scene.list(), "If-None-Match: " + tag),
        SERVLET,
        bytes(learner, "nothing", new byte[0]));
  }

  private void kept(String name, String address, byte[] bytes) {
    var learner = scene.learner();
    var peer = bytes(learner, name.replaceAll("\\W+", "-"), bytes);
    compare("API", name, MANY, as(learner, address), SERVLET, peer);
  }

  /** The bytes that a second request gets, or the first. */
  private static byte[] known(RadCase who, String address, String cache) {
    if (cache.equals("HIT")) Scene.ok(who.get(address));
    var answer = Scene.ok(who.get(address));
    assertThat(answer.header("X-Cache")).as(answer.toString()).isEqualTo(cache);
    return answer.bytes();
  }

  private void dicom() {
    var educator = scene.educator();
    assertThat(Scene.ok(educator.get(scene.instance())).bytes()).isEqualTo(scene.slice());
    compare(
        "DICOM",
        "a whole instance",
        MANY,
        as(educator, scene.instance()),
        FILES,
        as(educator, bare.file("slice.dcm", scene.slice())));
    var accept = "Accept: " + Scene.PACKED;
    var frame = packed(scene.learner(), scene.frame());
    compare(
        "DICOM",
        "a frame as JPEG-LS",
        MANY,
        as(scene.learner(), scene.frame(), accept),
        FILES,
        as(scene.learner(), bare.file("frame.jls", frame.bytes()), accept));
  }

  static Answer packed(RadCase who, String address) {
    var frame = Scene.ok(who.get(address, "Accept", Scene.PACKED));
    assertThat(frame.header("Content-Type")).startsWith("image/jls");
    return frame;
  }

  private Load bytes(RadCase who, String name, byte[] bytes) {
    return as(who, bare.bytes(name, bytes));
  }

  private Load as(RadCase who, String address, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.add("Cookie: " + who.cookie());
    return new Load(server, List.of(Request.get(address)), all);
  }

  private void compare(
      String group, String name, int connections, Load load, String peerName, Load peer) {
    var speeds = inTurns(connections, load, peer);
    figures.add(speeds.turns(
        group, name + ", " + connections + " connections", Unit.REQUESTS_A_SECOND, peerName));
  }

  private void mixed(Mixed mixed, int connections) {
    var speeds = inTurns(connections, mixed.load(server), mixed.peer(server));
    var name = "mixed, connections: " + connections;
    figures.add(speeds.turns("concurrency", name, Unit.REQUESTS_A_SECOND, SERVLET));
    figures.add(speeds.turns("concurrency", name + ", p95", Unit.MILLIS, SERVLET));
  }

  private record Speeds(List<Speed> load, List<Speed> peer) {
    Turns turns(String group, String name, Unit unit, String peerName) {
      return new Turns(group, name, unit, peerName, values(load, unit), values(peer, unit));
    }

    private static List<Double> values(List<Speed> speeds, Unit unit) {
      return speeds.stream()
          .map(it -> unit == Unit.MILLIS ? it.p95Millis() : it.requestsASecond())
          .toList();
    }
  }

  private Speeds inTurns(int connections, Load load, Load peer) {
    if (effort.warmUpSeconds > 0) {
      load.run(connections, effort.warmUpSeconds);
      peer.run(connections, 1);
    }
    var speeds = new Speeds(new ArrayList<>(), new ArrayList<>());
    inTurns(
        effort.turns,
        () -> speeds.load.add(load.run(connections, effort.turnSeconds)),
        () -> speeds.peer.add(peer.run(connections, effort.turnSeconds)));
    return speeds;
  }

  /** Neither is always the one that comes after the other. */
  static void inTurns(int turns, Runnable work, Runnable peer) {
    for (var turn = 0; turn < turns; turn++) {
      if (turn % 2 == 0) work.run();
      peer.run();
      if (turn % 2 == 1) work.run();
    }
  }
}
