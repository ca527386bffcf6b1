package dev.vouchgate.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Named policies and role maps that only environment variables know of. */
class EnvironmentFamiliesTest {

  @Test
  void protectsWhatAPolicyInTheEnvironmentNames() {
    RequestSettings request =
        read(
                Map.of(
                    "VOUCHGATE_POLICY_ADMIN_PATHS", "/admin/*",
                    "VOUCHGATE_POLICY_ADMIN_ROLES", "admin"),
                Map.of())
            .request();
    assertThat(request.policies())
        .containsExactly(new PathPolicy("admin", List.of("/admin/*"), Set.of(), Set.of("admin")));
  }

  @Test
  void findsAPolicyOfWhichOnlyTheRolesAreInTheEnvironment() {
    RequestSettings request =
        read(
                Map.of("VOUCHGATE_POLICY_BACK_OFFICE_ROLES", "clerk"),
                Map.of("vouchgate.policy.back-office.paths", "/b/*"))
            .request();
    assertThat(request.policies())
        .containsExactly(new PathPolicy("back-office", List.of("/b/*"), Set.of(), Set.of("clerk")));
  }

  @Test
  void letsTheEnvironmentOverrideAPolicyWithoutMakingASecondOne() {
    RequestSettings request =
        read(
                Map.of("VOUCHGATE_POLICY_BACK_OFFICE_ROLES", "clerk"),
                Map.of(
                    "vouchgate.policy.Back-Office.paths", "/b/*",
                    "vouchgate.policy.Back-Office.roles", "admin"))
            .request();
    assertThat(request.policies())
        .containsExactly(new PathPolicy("Back-Office", List.of("/b/*"), Set.of(), Set.of("clerk")));
  }

  @Test
  void mapsARoleNamedInSmallLetters() throws Exception {
    Settings settings = read(Map.of("VOUCHGATE_ROLES_MAP_STAFF", "admin"), Map.of());
    ClaimsSet claims = ClaimsSet.parse("{\"groups\":[\"staff\"]}".getBytes(UTF_8));
    assertThat(settings.issuers().get(0).roles().roles(claims)).containsExactly("staff", "admin");
  }

  @Test
  void callsAServiceByItsVariable() {
    CallSettings calls = read(Map.of("VOUCHGATE_CALL_MAIL_BOX_SCOPE", "send"), Map.of()).calls();
    assertThat(calls.policy("mail-box").scope()).contains("send");
    assertThat(calls.policy("mail.box").scope()).contains("send");
    assertThat(calls.policy("mailbox").scope()).isEmpty();
  }

  @Test
  void leavesVariablesOfOthersAlone() {
    Map<String, String> ofAClusterWithAServiceOfOurName =
        Map.of("VOUCHGATE_PORT_8080_TCP", "tcp://10.0.0.1:8080", "VOUCHGATE_SERVICE_HOST", "x");
    assertThat(read(ofAClusterWithAServiceOfOurName, Map.of()).request().policies()).isEmpty();
  }

  private static Settings read(Map<String, String> environment, Map<String, String> file) {
    SettingsSource source =
        SettingsSource.layered(
            List.of(
                StandardSources.environment(environment),
                SettingsSource.of(file),
                SettingsSource.of(Map.of("mp.jwt.verify.issuer", Tokens.ISSUER))));
    return Settings.read(source, EnvironmentFamiliesTest.class.getClassLoader());
  }
}
