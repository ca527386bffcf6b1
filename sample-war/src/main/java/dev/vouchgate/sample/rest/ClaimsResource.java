package dev.vouchgate.sample.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Shows the caller the claims of the token that proved them, one field for each way to ask for a
 * claim. Claims as plain values belong to one request, hence the request scope.
 */
@Path("/claims")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClaimsResource {

  @Inject JsonWebToken token;

  @Inject
  @Claim(standard = Claims.iss)
  String issuer;

  @Inject
  @Claim(standard = Claims.exp)
  Long expires;

  @Inject
  @Claim(standard = Claims.aud)
  Set<String> audience;

  @Inject
  @Claim("jti")
  JsonString id;

  @Inject
  @Claim("email")
  Optional<String> email;

  @Inject
  @Claim("iat")
  ClaimValue<Long> issuedAt;

  @Inject
  @Claim("groups")
  ClaimValue<Optional<Set<String>>> groups;

  @Inject
  @Claim("sub")
  Instance<String> subject;

  /** The caller's claims. Members whose claim the token does not have are left out. */
  @GET
  @RolesAllowed({"user", "admin"})
  public JsonObject claims() {
    JsonObjectBuilder shown =
        Json.createObjectBuilder()
            .add("name", token.getName())
            .add("claimNames", Json.createArrayBuilder(token.getClaimNames()))
            .add("iss", issuer)
            .add("aud", Json.createArrayBuilder(audience))
            .add("sub", subject.get())
            .add("jti", id)
            .add("iat", issuedAt.getValue())
            .add("exp", expires);
    email.ifPresent(value -> shown.add("email", value));
    groups.getValue().ifPresent(value -> shown.add("groups", Json.createArrayBuilder(value)));
    return shown.build();
  }
}
