package dev.vouchgate.it.async;

import dev.vouchgate.it.app.Witness;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says who called, and who calls according to the beans on the thread that answers. */
@Path("async")
@ApplicationScoped
public class AsyncResource {

  @Inject Witness witness;
  @Inject OwnThread thread;

  @GET
  @Path("suspended")
  public void suspended(@Suspended AsyncResponse response, @Context SecurityContext security) {
    String caller = name(security);
    thread.execute(() -> response.resume(caller + " " + beans()));
  }

  @GET
  @Path("stage")
  public CompletionStage<String> stage(@Context SecurityContext security) {
    String caller = name(security);
    CompletableFuture<String> answer = new CompletableFuture<>();
    thread.execute(() -> answer.complete(caller + " " + beans()));
    return answer;
  }

  @GET
  @Path("members")
  @RolesAllowed("admin")
  public CompletionStage<String> members(@Context SecurityContext security) {
    return stage(security);
  }

  private String beans() {
    try {
      return witness.ofBeans();
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private static String name(SecurityContext security) {
    Principal principal = security.getUserPrincipal();
    return principal == null ? "null" : principal.getName();
  }
}
