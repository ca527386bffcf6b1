package dev.vouchgate;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.NetworkChannel;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final String HOUSE = "dev.vouchgate.";

  /** From the top floor down. A room uses rooms of lower floors only, never one beside it. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("filter"),
          // whose initializer registers what endpoint serves
          List.of("endpoint"),
          List.of("config"),
          // people's passwords wait in one queue with clients' secrets
          List.of("login"),
          // what a client is given is signed by issue, and its assertions are remembered by binding
          List.of("grant", "client"),
          List.of("issue", "revoke", "binding"),
          List.of("verify"),
          List.of("keys"),
          // an encrypted token has a JOSE header too
          List.of("http", "jwe"),
          List.of("jws"),
          List.of("codec", "observe"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.vouchgate");

  static Stream<Arguments> roomsWithThoseOutOfReach() {
    return IntStream.range(0, FLOORS.size())
        .boxed()
        .flatMap(
            floor ->
                FLOORS.get(floor).stream()
                    .map(
                        room ->
                            Arguments.of(
                                room,
                                FLOORS.subList(0, floor + 1).stream()
                                    .flatMap(List::stream)
                                    .filter(other -> !other.equals(room))
                                    .toList())));
  }

  @ParameterizedTest(name = "{0} uses none of {1}")
  @MethodSource("roomsWithThoseOutOfReach")
  void usesOnlyRoomsOfLowerFloors(String room, List<String> outOfReach) {
    noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packagesOf(outOfReach))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyClassIsInARoomThatHasAFloor() {
    noClasses()
        .should()
        .resideOutsideOfPackages(packagesOf(FLOORS.stream().flatMap(List::stream).toList()))
        .because("a new room is entered in FLOORS")
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
  void onlyDoorsKnowServlets() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packageOf("filter"), packageOf("endpoint"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.servlet..")
        .check(CLASSES);
  }

  @Test
  void onlyHttpOpensConnections() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("http"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.net.http..")
                .or(assignableTo(URLConnection.class))
                .or(assignableTo(Socket.class))
                .or(assignableTo(ServerSocket.class))
                .or(assignableTo(DatagramSocket.class))
                .or(assignableTo(NetworkChannel.class))
                .or(assignableTo(SocketFactory.class))
                .or(assignableTo(ServerSocketFactory.class)))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(URL.class)))
                .and(target(nameMatching("openConnection|openStream|getContent"))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(InetAddress.class)))
                .and(target(nameMatching("getByName|getAllByName|getLocalHost|isReachable"))))
        .check(CLASSES);
  }

  @Test
  void onlyConfigStartsTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("config"))
        .should()
        .callMethodWhere(
            target(owner(assignableTo(InstantSource.class)))
                .and(target(nameStartingWith("system").or(nameStartingWith("tick")))))
        .check(CLASSES);
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
        .check(CLASSES);
  }

  @Test
  void keepsNothingPerThread() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .because("an identity left on a pooled thread is the next caller's")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Misc|Common|ContextInfo)")
        .check(CLASSES);
  }

  private static String packageOf(String room) {
    return HOUSE + room + "..";
  }

  private static String[] packagesOf(List<String> rooms) {
    return rooms.stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
  }
}
