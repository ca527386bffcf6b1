package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathRolesTest {

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      textBlock =
          """
          groups                    | {"groups":["a","b"]}                             | a,b
          groups                    | {"groups":[]}                                    | none
          groups                    | {}                                               | none
          realm_access/roles        | {"realm_access":{"roles":["a","b"]}}             | a,b
          resource_access/shop/roles| {"resource_access":{"shop":{"roles":["a"]}}}     | a
          https://example.com/roles | {"https://example.com/roles":["a"]}              | a
          realm_access/roles        | {"realm_access/roles":["x"],"realm_access":{"roles":["a"]}} | x
          realm_access/roles        | {"realm_access/roles":null,"realm_access":{"roles":["a"]}}  | none
          realm_access/roles        | {"realm_access":{"other":["a"]}}                 | none
          realm_access/roles        | {"realm_access":["roles"]}                       | none
          realm_access/roles        | {"realm_access":"roles"}                         | none
          realm_access/roles        | {"realm_access":null}                            | none
          realm_access              | {"realm_access":{"roles":["a"]}}                 | none
          scope                     | {"scope":"read write"}                           | read,write
          scope                     | {"scope":["read","write"]}                       | read,write
          scope                     | {"scope":" read  write "}                        | read,write
          scope                     | {"scope":""}                                     | none
          scp                       | {"scp":"read"}                                   | read
          app/scope                 | {"app":{"scope":"read write"}}                   | read,write
          """)
  void areFoundWhereThePathLeads(String path, String json, String roles) {
    List<String> expected = roles == null ? List.of() : Arrays.asList(roles.split(",", -1));
    assertThat(mapping(path).roles(claims(json))).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"admin\"",
        "\"admin user\"",
        "{\"admin\":true}",
        "true",
        "1",
        "null",
        "[[\"admin\"]]",
        "[\"admin\",1]",
        "[\"admin\",null]",
        "[{\"name\":\"admin\"}]"
      })
  void areNoneWhereTheClaimIsNotAnArrayOfStrings(String json) {
    assertThat(mapping("groups").roles(claims("{\"groups\":" + json + "}"))).isEmpty();
  }

  @Test
  void areOnlyThoseOfTheExactName() {
    assertThat(mapping("groups").roles(claims("{\"Groups\":[\"a\"],\"group\":[\"b\"]}"))).isEmpty();
    assertThat(mapping("groups").roles(claims("{\"groups\":[\"Admin\",\" admin\"]}")))
        .containsExactly("Admin", " admin");
  }

  @Test
  void leaveOutTheEmptyName() {
    assertThat(mapping("groups").roles(claims("{\"groups\":[\"\",\"a\"]}"))).containsExactly("a");
  }

  @Test
  void comeFromAllPathsTogether() {
    ClaimPathRoles both = new ClaimPathRoles(List.of("groups", "realm_access/roles"), "", Map.of());
    assertThat(
            both.roles(claims("{\"realm_access\":{\"roles\":[\"b\",\"a\"]},\"groups\":[\"a\"]}")))
        .containsExactly("a", "b");
  }

  @Test
  void bringOthersAndStayThemselves() {
    ClaimPathRoles mapping =
        new ClaimPathRoles(
            List.of("groups"), "", Map.of("boss", Set.of("admin"), "admin", Set.of("root")));
    assertThat(mapping.roles(claims("{\"groups\":[\"boss\",\"user\"]}")))
        .as("added names bring nothing themselves")
        .containsExactlyInAnyOrder("boss", "admin", "user");
  }

  @Test
  void cannotBeChangedAfterwards() {
    Map<String, Set<String>> added = new HashMap<>(Map.of("a", Set.of("b")));
    ClaimPathRoles mapping = new ClaimPathRoles(List.of("groups"), "", added);
    added.clear();
    Set<String> roles = mapping.roles(claims("{\"groups\":[\"a\"]}"));

    assertThat(roles).containsExactly("a", "b");
    assertThatThrownBy(() -> roles.add("admin")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void putsThePrefixBeforeRolesOfTheTokenAndNotBeforeAddedOnes() {
    ClaimPathRoles mapping =
        new ClaimPathRoles(List.of("groups"), "partner-", Map.of("admin", Set.of("viewer")));
    assertThat(mapping.roles(claims("{\"groups\":[\"admin\",\"user\"]}")))
        .containsExactlyInAnyOrder("partner-admin", "viewer", "partner-user");
  }

  private static ClaimPathRoles mapping(String path) {
    return new ClaimPathRoles(List.of(path), "", Map.of());
  }
}
