package org.radcase.platform.metrics;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.config.Settings;
import org.radcase.platform.metrics.Metric.Unit;

/** The Java process, and the disk on which its files are. */
@ApplicationScoped
public class ProcessMetrics implements MetricSource {
  public static final Metric HEAP_USED =
      new Metric("radcase_memory_heap_used", Unit.BYTES, "Java heap in use, garbage included");
  public static final Metric HEAP_MOST =
      new Metric("radcase_memory_heap_max", Unit.BYTES, "The most that the Java heap may take");
  public static final Metric HEAP_AFTER_GC = new Metric(
      "radcase_memory_heap_after_gc",
      Unit.BYTES,
      "Java heap in use after the last garbage collection");
  private static final Metric HEAP_COMMITTED = new Metric(
      "radcase_memory_heap_committed", Unit.BYTES, "Java heap that the system has given");
  private static final Metric OTHER_MEMORY = new Metric(
      "radcase_memory_nonheap_used", Unit.BYTES, "Memory of Java for classes and compiled code");
  private static final Metric BUFFERS =
      new Metric("radcase_memory_buffers_used", Unit.BYTES, "Memory of buffers", "pool");
  private static final Metric COLLECTIONS = new Metric(
      "radcase_gc_collections", Unit.NONE, "Garbage collections since the start", "collector");
  private static final Metric COLLECTION_TIME =
      new Metric("radcase_gc_time", Unit.SECONDS, "Time spent in garbage collection", "collector");
  private static final Metric THREADS =
      new Metric("radcase_threads_live", Unit.NONE, "Threads of the Java process");
  private static final Metric THREADS_PEAK =
      new Metric("radcase_threads_peak", Unit.NONE, "The most threads that there have been");
  private static final Metric FILES =
      new Metric("radcase_files_open", Unit.NONE, "Open file descriptors, sockets included");
  private static final Metric FILES_MOST =
      new Metric("radcase_files_max", Unit.NONE, "The most file descriptors that may be open");
  public static final Metric CPU = new Metric(
      "radcase_cpu_process_ratio", Unit.NONE, "Share of the machine's processors that is used");
  private static final Metric UPTIME =
      new Metric("radcase_process_uptime", Unit.SECONDS, "Since the Java process began");
  public static final Metric DISK_FREE =
      new Metric("radcase_disk_free", Unit.BYTES, "What radcase.home may still grow by");
  public static final Metric DISK_SIZE =
      new Metric("radcase_disk_size", Unit.BYTES, "Size of the disk with radcase.home");

  private static final double MILLIS_A_SECOND = 1e3;

  /** How much the process had taken of all processors at a moment. */
  private record CpuTime(long nanos, long used) {}

  private final Path home;
  private @Nullable CpuTime lastCpu;

  @Inject
  ProcessMetrics(Settings settings) {
    home = settings.home();
  }

  @Override
  public void measure(Readings readings) {
    memory(readings);
    collections(readings);
    var threads = ManagementFactory.getThreadMXBean();
    readings.level(THREADS, threads.getThreadCount());
    readings.level(THREADS_PEAK, threads.getPeakThreadCount());
    var uptime = ManagementFactory.getRuntimeMXBean().getUptime();
    readings.level(UPTIME, uptime / MILLIS_A_SECOND);
    system(readings);
    disk(readings);
  }

  private static void memory(Readings readings) {
    var memory = ManagementFactory.getMemoryMXBean();
    MemoryUsage heap = memory.getHeapMemoryUsage();
    readings.level(HEAP_USED, heap.getUsed());
    readings.level(HEAP_COMMITTED, heap.getCommitted());
    if (heap.getMax() >= 0) readings.level(HEAP_MOST, heap.getMax());
    readings.level(OTHER_MEMORY, memory.getNonHeapMemoryUsage().getUsed());
    heapAfterCollection().ifPresent(bytes -> readings.level(HEAP_AFTER_GC, bytes));
    for (var pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      readings.level(BUFFERS, pool.getMemoryUsed(), pool.getName());
    }
  }

  private static OptionalLong heapAfterCollection() {
    var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(it -> it.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getName)
        .collect(Collectors.toSet());
    return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
        .map(GarbageCollectorMXBean::getLastGcInfo)
        .filter(Objects::nonNull)
        .max(Comparator.comparing(GcInfo::getEndTime))
        .stream()
        .mapToLong(last -> last.getMemoryUsageAfterGc().entrySet().stream()
            .filter(pool -> heap.contains(pool.getKey()))
            .mapToLong(pool -> pool.getValue().getUsed())
            .sum())
        .findFirst();
  }

  private static void collections(Readings readings) {
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      readings.total(COLLECTIONS, Math.max(0, collector.getCollectionCount()), collector.getName());
      var millis = Math.max(0, collector.getCollectionTime());
      readings.level(COLLECTION_TIME, millis / MILLIS_A_SECOND, collector.getName());
    }
  }

  /** Of the time since it was asked before: getProcessCpuLoad is 0 too often where there are cgroups. */
  private void cpu(OperatingSystemMXBean system, Readings readings) {
    var now = new CpuTime(System.nanoTime(), system.getProcessCpuTime());
    var before = lastCpu;
    lastCpu = now;
    if (before == null) return;
    var passed = (double) (now.nanos() - before.nanos()) * system.getAvailableProcessors();
    if (passed > 0) readings.level(CPU, Math.min(1, (now.used() - before.used()) / passed));
  }

  private void system(Readings readings) {
    var system = ManagementFactory.getOperatingSystemMXBean();
    if (system instanceof OperatingSystemMXBean known && known.getProcessCpuTime() >= 0) {
      cpu(known, readings);
    }
    if (system instanceof UnixOperatingSystemMXBean unix) {
      readings.level(FILES, unix.getOpenFileDescriptorCount());
      readings.level(FILES_MOST, unix.getMaxFileDescriptorCount());
    }
  }

  private void disk(Readings readings) {
    try {
      var store = Files.getFileStore(home);
      readings.level(DISK_FREE, store.getUsableSpace());
      readings.level(DISK_SIZE, store.getTotalSpace());
    } catch (IOException e) {
      // It is unknown then, and the next upload says more.
    }
  }
}
