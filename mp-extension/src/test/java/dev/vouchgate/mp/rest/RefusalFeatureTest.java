package dev.vouchgate.mp.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.filter.AccessRefusedException;
import dev.vouchgate.filter.BearerChallenge;
import dev.vouchgate.filter.Realm;
import dev.vouchgate.mp.testing.HiddenApis;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerResponse;
import org.junit.jupiter.api.Test;

class RefusalFeatureTest {

  /** Asks beans that refuse their caller. */
  @Path("ask")
  public static class Asking {
    @GET
    @Path("cdi")
    public String cdiBean() {
      throw new AccessRefusedException(BearerChallenge.withoutCredentials(Realm.of("orders")));
    }

    @GET
    @Path("unavailable")
    public String unavailable() {
      throw new AccessRefusedException(
          new BearerChallenge(503, Optional.empty(), Optional.of(Duration.ofSeconds(7))));
    }

    @GET
    @Path("ejb")
    public String enterpriseBean() {
      throw new EJBAccessException("no role");
    }
  }

  /** Asks a bean that refuses its caller; knows no enterprise beans. */
  @Path("ask")
  public static class AskingCdiOnly {
    @GET
    public String cdiBean() {
      throw new AccessRefusedException(BearerChallenge.withoutCredentials(Realm.of("orders")));
    }
  }

  /** The application's own answer. */
  public static class OwnMapper implements ExceptionMapper<AccessRefusedException> {
    @Override
    public Response toResponse(AccessRefusedException refused) {
      return Response.status(418).build();
    }
  }

  /** Run where there are no enterprise beans. */
  public static final class WithoutEnterpriseBeans implements Runnable {
    @Override
    public void run() {
      try {
        assertThat(new RestApplication(AskingCdiOnly.class).get("ask").getStatus()).isEqualTo(401);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void answersWhatACdiBeanRefused() throws Exception {
    ContainerResponse response = new RestApplication(Asking.class).get("ask/cdi");

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(RestApplication.challenge(response)).hasValue("Bearer realm=\"orders\"");
  }

  @Test
  void saysWhenToComeBack() throws Exception {
    ContainerResponse response = new RestApplication(Asking.class).get("ask/unavailable");

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("7");
    assertThat(RestApplication.challenge(response)).isEmpty();
  }

  @Test
  void challengesWhomAnEnterpriseBeanDoesNotKnow() throws Exception {
    ContainerResponse response = new RestApplication(Asking.class).get("ask/ejb");

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(RestApplication.challenge(response)).hasValue("Bearer realm=\"vouchgate\"");
  }

  @Test
  void forbidsWhomAnEnterpriseBeanKnowsWithoutTheRole() throws Exception {
    ContainerResponse response =
        new RestApplication(Asking.class).get("ask/ejb", TestTokens.alice());

    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(RestApplication.challenge(response).orElse(""))
        .contains("error=\"insufficient_scope\"");
  }

  @Test
  void leavesTheAnswerToTheApplicationsOwnMapper() throws Exception {
    ContainerResponse response = new RestApplication(Asking.class, OwnMapper.class).get("ask/cdi");

    assertThat(response.getStatus()).isEqualTo(418);
  }

  @Test
  void worksWithoutEnterpriseBeans() throws Exception {
    HiddenApis.run(WithoutEnterpriseBeans.class, "jakarta.ejb.");
  }
}
