package dev.vouchgate.mp;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final String HOUSE = "dev.vouchgate.mp.";

  /**
   * From the top floor down. A room uses no room above it; rooms beside each other may, one way.
   */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("login", "ops", "client"),
          List.of("auth"),
          List.of("cdi", "rest"),
          List.of("caller"),
          List.of("token", "config", "access", "server"));

  private static final String[] EXPORTED = {
    "dev.vouchgate.filter..",
    "dev.vouchgate.config..",
    "dev.vouchgate.binding..",
    "dev.vouchgate.verify..",
    "dev.vouchgate.jws..",
    "dev.vouchgate.client..",
    "dev.vouchgate.issue..",
    "dev.vouchgate.login..",
    "dev.vouchgate.revoke..",
    "dev.vouchgate.observe.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.vouchgate.mp");

  static Stream<Arguments> roomsWithThoseAbove() {
    return IntStream.range(1, FLOORS.size())
        .boxed()
        .flatMap(
            floor ->
                FLOORS.get(floor).stream()
                    .map(
                        room ->
                            Arguments.of(
                                room,
                                FLOORS.subList(0, floor).stream().flatMap(List::stream).toList())));
  }

  @ParameterizedTest(name = "{0} uses none of {1}")
  @MethodSource("roomsWithThoseAbove")
  void usesNoRoomAboveIt(String room, List<String> above) {
    noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packagesOf(above))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void noTwoRoomsUseEachOther() {
    slices()
        .matching(HOUSE + "(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyClassIsInARoomThatHasAFloor() {
    noClasses()
        .should()
        .resideOutsideOfPackages(packagesOf(FLOORS.stream().flatMap(List::stream).toList()))
        .because("a new room is entered in FLOORS")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void usesOnlyExportedRoomsOfJwtFilter() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.vouchgate..")
                .and(resideInAnyPackage(EXPORTED).negate())
                .and(resideInAPackage("dev.vouchgate.mp..").negate()))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyRoomIsNullMarked() {
    List<String> unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();
    assertThat(unmarked).isEmpty();
  }

  @Test
  void logsThroughThePlatformOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..",
            "org.slf4j..",
            "org.apache.commons.logging..",
            "org.apache.log4j..",
            "org.apache.logging..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void keepsNothingPerThread() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .because("an identity left on a pooled thread is the next caller's")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Misc|Common|ContextInfo)")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static String packageOf(String room) {
    return HOUSE + room + "..";
  }

  private static String[] packagesOf(List<String> rooms) {
    return rooms.stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
  }
}
