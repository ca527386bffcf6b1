package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vouchgate.filter.Doors;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Which applications have a door that is guarded. */
class DoorsTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @Test
  void isOneWhereTheInitializerIsCalled() {
    ServletContext application = started("/called", new TestApplication().settings(Live.SETTINGS));

    assertThatCode(() -> Doors.requireGuarded(application)).doesNotThrowAnyException();
  }

  @Test
  void isOneWhereTheFilterIsMapped() {
    ServletContext application = started("/mapped", new TestApplication().settings(Live.SETTINGS));
    application.removeAttribute(Doors.class.getName());

    assertThatCode(() -> Doors.requireGuarded(application)).doesNotThrowAnyException();
  }

  @Test
  void isNoneWhereNoInitializerIsCalled() {
    ServletContext application =
        TomcatUnderTest.application(
            TOMCAT.deploy("/uncalled", new TestApplication(), new ParentOfWars()));

    assertThatIllegalStateException()
        .isThrownBy(() -> Doors.requireGuarded(application))
        .withMessageContaining("/uncalled/")
        .withMessageContaining("<absolute-ordering>");
  }

  @Test
  void isNotWantedOfAnApplicationWithoutTheLibrary() {
    ServletContext neighbour =
        TomcatUnderTest.application(
            TOMCAT.deploy("/neighbour", new TestApplication(), new ParentOfWars()));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(neighbour.getClassLoader());
    try {
      assertThatCode(() -> Doors.requireGuarded(neighbour)).doesNotThrowAnyException();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ServletContext started(String path, TestApplication application) {
    return TomcatUnderTest.application(TOMCAT.deploy(path, application));
  }
}
