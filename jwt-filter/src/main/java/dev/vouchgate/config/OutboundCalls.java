package dev.vouchgate.config;

import dev.vouchgate.client.CallPolicy;
import dev.vouchgate.client.CallPolicy.TokenOrigin;
import dev.vouchgate.client.ClientCredential;
import dev.vouchgate.client.OutboundTokens;
import dev.vouchgate.client.SelfSignedTokens;
import dev.vouchgate.client.StsEndpoint;
import dev.vouchgate.client.TokenSource;
import dev.vouchgate.issue.TokenIssuer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Builds what other services are called with. */
final class OutboundCalls {
  private final CallSettings settings;
  private final Optional<TokenIssuer> issuer;
  private final Optional<StsEndpoint> endpoint;
  private final OutboundTokens tokens;

  OutboundCalls(
      CallSettings settings, Optional<TokenIssuer> issuer, KeyUpkeep upkeep, InstantSource clock) {
    this.settings = settings;
    this.issuer = issuer;
    this.endpoint = settings.endpoint().map(found -> endpoint(found, upkeep, clock));
    this.tokens = new OutboundTokens(settings::policy, this::source, clock, upkeep.executor());
  }

  OutboundTokens tokens() {
    return tokens;
  }

  private static StsEndpoint endpoint(
      CallSettings.Endpoint found, KeyUpkeep upkeep, InstantSource clock) {
    Supplier<ClientCredential> client = upkeep.current(found.client(), us -> List.of());
    return new StsEndpoint(found.address(), client, upkeep.fetcher(found.http()), clock);
  }

  private Optional<TokenSource> source(CallPolicy call) {
    return call.origin() == TokenOrigin.STS
        ? endpoint.map(sts -> () -> sts.fetch(call))
        : issuer.map(own -> new SelfSignedTokens(own, settings.subject(), call));
  }
}
