package dev.vouchgate.mp.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.mp.access.OpenResource;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.glassfish.jersey.server.ContainerResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesAllowedFeatureTest {
  private final RestApplication application =
      new RestApplication(Guarded.class, Shut.class, Plain.class, Implementation.class);

  /** Guarded as a whole. */
  @Path("guarded")
  @RolesAllowed("user")
  public static class Guarded {
    @GET
    @Path("class")
    public String unannotated() {
      return "done";
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String annotated() {
      return "done";
    }

    @GET
    @Path("proven")
    @RolesAllowed("**")
    public String proven() {
      return "done";
    }

    @GET
    @Path("open")
    @PermitAll
    public String open() {
      return "done";
    }

    @GET
    @Path("shut")
    @DenyAll
    public String shut() {
      return "done";
    }
  }

  /** Shut as a whole. */
  @Path("shut")
  @DenyAll
  public static class Shut {
    @GET
    @Path("class")
    public String unannotated() {
      return "done";
    }

    @GET
    @Path("open")
    @PermitAll
    public String open() {
      return "done";
    }

    @GET
    @Path("user")
    @RolesAllowed("user")
    public String annotated() {
      return "done";
    }
  }

  /** Not guarded. */
  @Path("plain")
  public static class Plain {
    @GET
    public String open() {
      return "done";
    }
  }

  /** What the resource promises. */
  public interface Contract {
    @GET
    @RolesAllowed("admin")
    String call();
  }

  /** Guarded by its interface. */
  @Path("contract")
  public static class Implementation implements Contract {
    @Override
    public String call() {
      return "done";
    }
  }

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @CsvSource({
    "guarded/class, 401, 200, 200",
    "guarded/admin, 401, 403, 200",
    "guarded/proven, 401, 200, 200",
    "guarded/open, 200, 200, 200",
    "guarded/shut, 403, 403, 403",
    "shut/class, 403, 403, 403",
    "shut/open, 200, 200, 200",
    "shut/user, 401, 200, 200",
    "plain, 200, 200, 200",
    "contract, 401, 403, 200"
  })
  void admitsWhomTheAnnotationsName(String path, int nobody, int user, int admin) throws Exception {
    String adminToken = TestTokens.with("groups", Set.of("user", "admin"));

    assertThat(application.get(path).getStatus()).isEqualTo(nobody);
    assertThat(application.get(path, TestTokens.alice()).getStatus()).isEqualTo(user);
    assertThat(application.get(path, adminToken).getStatus()).isEqualTo(admin);
  }

  @Test
  void challengesWhoIsUnknown() throws Exception {
    assertThat(RestApplication.challenge(application.get("guarded/class")))
        .hasValue("Bearer realm=\"vouchgate\"");
  }

  @Test
  void saysThatTheScopeIsInsufficient() throws Exception {
    ContainerResponse response = application.get("guarded/admin", TestTokens.alice());

    assertThat(RestApplication.challenge(response).orElse(""))
        .startsWith("Bearer realm=\"vouchgate\", error=\"insufficient_scope\"");
    assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void doesNotChallengeWhereNoTokenWouldHelp() throws Exception {
    assertThat(RestApplication.challenge(application.get("shut/class"))).isEmpty();
  }

  @Test
  void doesNotAskForATokenWhoCameWithoutOneAndIsKnown() throws Exception {
    FakeRequest bob = FakeRequest.anonymous(application.context);
    bob.principal = () -> "bob";

    ContainerResponse response = application.get("guarded/class", bob);

    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(RestApplication.challenge(response)).isEmpty();
  }

  @Test
  void marksWhatIsForEverybody() throws Exception {
    BearerAuthenticator gate = BearerAuthenticator.of(application.context.context);
    FakeRequest open = FakeRequest.anonymous(application.context);
    FakeRequest unannotated = FakeRequest.anonymous(application.context);
    FakeRequest guarded = FakeRequest.anonymous(application.context);
    application.get("guarded/open", open);
    application.get("plain", unannotated);
    application.get("guarded/class", guarded);

    assertThat(OpenResource.isMarked(open.request, gate)).isTrue();
    assertThat(OpenResource.isMarked(unannotated.request, gate)).isTrue();
    assertThat(OpenResource.isMarked(guarded.request, gate)).isFalse();
  }
}
