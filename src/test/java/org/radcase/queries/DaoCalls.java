package org.radcase.queries;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.DatabaseFailure;

/** Calls every method of every DAO, with arguments of every kind; whatever is written is undone. */
final class DaoCalls {
  private static final List<Class<?>> DAOS = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.radcase").stream()
          .filter(it -> it.getSimpleName().endsWith("Dao"))
          .<Class<?>>map(JavaClass::reflect)
          .toList();

  /** Each value with each of the others, but not all of all at once. */
  private static final int MOST_UNUSUAL = 2;

  private final Database database;
  private final Values values;
  private final List<String> faults = new ArrayList<>();
  private String current = "";

  DaoCalls(Database database, Values values) {
    this.database = database;
    this.values = values;
  }

  /** The method that is being called, such as {@code CaseListDao.page}. */
  String current() {
    return current;
  }

  /** What was thrown by the called; a row that a constraint refuses is no fault. */
  List<String> faults() {
    return faults;
  }

  void callAll() {
    for (var type : DAOS) {
      var dao = make(type);
      for (var method : type.getDeclaredMethods()) {
        var hidden = Modifier.isStatic(method.getModifiers())
            || Modifier.isPrivate(method.getModifiers())
            || method.isSynthetic();
        if (!hidden) call(dao, method);
      }
    }
  }

  private Object make(Class<?> type) {
    try {
      var constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      var arguments = Stream.of(constructor.getParameterTypes())
          .map(it -> it == Database.class ? database : values.of(it).get(0))
          .toArray();
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Arguments, of which so many are not the first of their type. */
  private record Combination(List<Object> arguments, int unusual) {}

  private void call(Object dao, Method method) {
    method.setAccessible(true);
    current = dao.getClass().getSimpleName() + "." + method.getName();
    var all = List.of(new Combination(List.of(), 0));
    for (var type : method.getGenericParameterTypes()) {
      var longer = new ArrayList<Combination>();
      for (var one : all) {
        var place = 0;
        for (var value : values.of(type)) {
          var unusual = one.unusual + (place++ == 0 ? 0 : 1);
          if (unusual > MOST_UNUSUAL) break;
          var arguments =
              Stream.concat(one.arguments.stream(), Stream.of(value)).toList();
          longer.add(new Combination(arguments, unusual));
        }
      }
      all = List.copyOf(longer);
    }
    for (var arguments : all) call(dao, method, withItsOrder(arguments.arguments));
  }

  /** Of what a search finds, the best comes first; its cursors have numbers. */
  private static Object[] withItsOrder(List<Object> arguments) {
    var searches = arguments.stream()
        .anyMatch(it -> it instanceof CaseQuery query && !query.search().isAnything());
    return arguments.stream()
        .map(it -> searches && it instanceof CaseOrder ? CaseOrder.BEST_FIRST : it)
        .toArray();
  }

  private void call(Object dao, Method method, Object[] arguments) {
    try {
      database.transaction(() -> {
        try {
          method.invoke(dao, arguments);
        } catch (InvocationTargetException e) {
          throw new Undone(e.getCause());
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
        throw new Undone(null);
      });
    } catch (Undone e) {
      var cause = e.getCause();
      var refused = cause instanceof DatabaseFailure failure && failure.refusedByConstraint();
      if (cause != null && !refused) faults.add(method + ": " + cause);
    }
  }

  /** Ends a transaction without keeping anything of it. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1;

    Undone(@Nullable Throwable cause) {
      super(cause);
    }
  }
}
