package dev.vouchgate.it.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.matrix.Column;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.jwt.tck.util.TokenUtils;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.arquillian.testng.Arquillian;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.testng.annotations.Test;

/**
 * Who answers in an archive made like the TCK's: this build, or the server's own implementation.
 */
@RunAsClient
public class WhoAnsweredIT extends Arquillian {

  @ArquillianResource private URI base;

  @Deployment // testable, as the TCK's are: no others are given the jars under test
  public static WebArchive archive() {
    return ShrinkWrap.create(WebArchive.class, "WhoAnswered.war")
        .addClasses(WitnessApplication.class, WitnessResource.class)
        .addAsResource(WhoAnsweredIT.class.getResource("/publicKey.pem"), "publicKey.pem")
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  @Test(groups = "rival")
  public void theServerHasAnImplementationOfItsOwn() throws Exception {
    String mechanism = Column.underTest().builtInMechanism();
    assertThat(witness("rival/" + mechanism)).isEqualTo(mechanism);
  }

  @Test
  public void theCallerIsOurs() throws Exception {
    assertThat(witness("caller")).startsWith("dev.vouchgate.");
  }

  @Test
  public void theTokenThatIsInjectedIsOurs() throws Exception {
    assertThat(witness("token-bean")).startsWith("dev.vouchgate.");
  }

  @Test(groups = "rival")
  public void noOtherMechanismAuthenticates() throws Exception {
    assertThat(witness("mechanisms")).isEmpty();
  }

  @Test
  public void aForgedTokenGetsOurChallenge() throws Exception {
    HttpResponse<String> response = get("caller", "Bearer forged");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).contains("invalid_token"));
  }

  private String witness(String question) throws Exception {
    HttpResponse<String> response =
        get(question, "Bearer " + TokenUtils.signClaims("/Token1.json"));
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<String> get(String question, String authorization)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("witness/" + question))
            .header("Authorization", authorization)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
