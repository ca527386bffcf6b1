package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.HttpCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Path policies against addresses that mean one thing and look like another. */
class PathPolicyTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();

  @BeforeAll
  static void deploy() {
    TOMCAT.deploy(
        "/shop",
        new TestApplication()
            .settings(
                Live.SETTINGS
                    + "vouchgate.policy.admin.paths=/admin/*\n"
                    + "vouchgate.policy.admin.roles=admin\n"
                    + "vouchgate.policy.orders.paths=/rest/orders\n"
                    + "vouchgate.policy.orders.roles=**\n"
                    + "vouchgate.policy.writing.paths=/rest/notes/*\n"
                    + "vouchgate.policy.writing.methods=POST,DELETE\n"
                    + "vouchgate.policy.writing.roles=user\n"
                    + "vouchgate.policy.papers.paths=*.pdf\n"
                    + "vouchgate.policy.papers.roles=admin\n")
            .file("report.pdf", "secret")
            .servlet("/admin/*", new CallerServlet())
            .servlet("/rest/*", new CallerServlet())
            .servlet("/exact", new CallerServlet()));
    TOMCAT.deploy(
        "/closed",
        new TestApplication()
            .settings(
                Live.SETTINGS
                    + "vouchgate.policy.open.paths=/exact\n"
                    + "vouchgate.policy.open.roles=**\n"
                    + "vouchgate.policy.default=deny\n")
            .file("index.txt", "secret")
            .servlet("/exact", new CallerServlet()));
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @ParameterizedTest(name = "{0}: anonymous {1}, user {2}, admin {3}")
  @CsvSource({
    "/shop/admin,                        401, 403, 200",
    "/shop/admin/,                       401, 403, 200",
    "/shop/admin/x,                      401, 403, 200",
    "/shop/admin/x?y=z,                  401, 403, 200",
    "/shop/%61dmin/x,                    401, 403, 200",
    "/shop//admin/x,                     401, 403, 200",
    "/shop/admin;a=b/x,                  401, 403, 200",
    "/shop/;/admin/x,                    401, 403, 200",
    "/shop/admin/x;.css,                 401, 403, 200",
    "/shop/x/../admin/y,                 401, 403, 403",
    "/shop/x/%2e%2e/admin/y,             401, 403, 403",
    "/shop/x/..;/admin/y,                401, 403, 403",
    "/shop/./admin/y,                    401, 403, 403",
    "/shop/../shop/admin/y,              401, 403, 403",
    "http://127.0.0.1/shop/admin/x,      401, 403, 200",
    "/shop/admin%2Fx,                    400, 400, 400",
    "/shop/x%2F..%2Fadmin,               400, 400, 400",
    "/shop/admin%5Cx,                    400, 400, 400",
    "/shop/admin%00,                     400, 400, 400",
    "/shop/ADMIN/x,                      404, 404, 404",
    "/shop/administration,               404, 404, 404",
    "/shop/rest/orders,                  401, 200, 200",
    "/shop/rest/orders/,                 401, 200, 200",
    "/shop/rest/orders//,                401, 200, 200",
    "/shop/rest//orders,                 401, 200, 200",
    "/shop/rest/orders;v=1,              401, 200, 200",
    "/shop/rest/./orders,                401, 403, 403",
    "/shop/admin/../rest/x,               401, 403, 403",
    "/shop/admin/%2e%2e/rest/x,           401, 403, 403",
    "/shop/admin/..;/rest/x,              401, 403, 403",
    "/shop/rest/.well-known,              200, 200, 200",
    "/shop/rest/a%20b,                    200, 200, 200",
    "/shop/rest/orders/1,                200, 200, 200",
    "/shop/rest/Orders,                  200, 200, 200",
    "/shop/report.pdf,                   401, 403, 200",
    "/shop/report.pdf;x,                 401, 403, 200",
    "/shop/report.%70df,                 401, 403, 200",
    "/shop/report.pdf/,                  401, 403, 404",
    "/shop/rest/x.pdf,                   401, 403, 200",
    "/shop/exact,                        200, 200, 200",
    "/closed/exact,                      401, 200, 200",
    "/closed/index.txt,                  401, 403, 403",
    "/closed/,                           401, 403, 403",
    "/closed/missing,                    401, 403, 403",
  })
  void decidesOnTheResourceAndNotOnItsSpelling(String target, int anonymous, int user, int admin) {
    HttpCall call = TOMCAT.get(target);
    assertThat(call.send().status()).as("anonymous").isEqualTo(anonymous);
    assertThat(call.token(Live.user()).send().status()).as("user").isEqualTo(user);
    assertThat(call.token(Live.admin()).send().status()).as("admin").isEqualTo(admin);
  }

  @ParameterizedTest(name = "{0}: anonymous {1}, user {2}")
  @CsvSource({
    "POST, 401, 200",
    "DELETE, 401, 200",
    "GET, 401, 403",
    "HEAD, 401, 403",
    "PUT, 401, 403",
    "OPTIONS, 401, 403",
    "post, 401, 403",
    "BREW, 401, 403",
  })
  void deniesMethodsThatThePathIsNotNamedFor(String method, int anonymous, int user) {
    HttpCall call = HttpCall.of(TOMCAT.port(), method, "/shop/rest/notes/1");
    assertThat(call.send().status()).isEqualTo(anonymous);
    assertThat(call.token(Live.user()).send().status()).isEqualTo(user);
  }

  @Test
  void heedsNoHeaderThatOverridesTheMethod() {
    assertThat(
            HttpCall.of(TOMCAT.port(), "GET", "/shop/rest/notes/1")
                .header("X-HTTP-Method-Override: POST")
                .token(Live.user())
                .send()
                .status())
        .isEqualTo(403);
  }
}
