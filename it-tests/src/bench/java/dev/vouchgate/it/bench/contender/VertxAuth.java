package dev.vouchgate.it.bench.contender;

import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.util.concurrent.ExecutionException;

/** Vert.x: one provider for all tokens, which answers in the thread that asks. */
final class VertxAuth implements Verification {
  private final Vertx vertx;
  private final JWTAuth provider;

  VertxAuth(Trust trust) {
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    JWTAuthOptions options =
        new JWTAuthOptions()
            .setJWTOptions(new JWTOptions().setIssuer(Claims.ISSUER).addAudience(Claims.AUDIENCE));
    if (trust.algorithm().isSecret()) {
      options.addPubSecKey(
          new PubSecKeyOptions()
              .setAlgorithm(trust.algorithm().jose())
              .setBuffer(Buffer.buffer(trust.secret())));
    } else {
      trust.jwkById().values().forEach(jwk -> options.addJwk(new JsonObject(jwk)));
    }
    this.provider = JWTAuth.create(vertx, options);
  }

  @Override
  public String verify(String compact) throws ExecutionException {
    Future<User> answer = provider.authenticate(new TokenCredentials(compact));
    if (!answer.succeeded()) {
      throw new ExecutionException(answer.cause());
    }
    return answer.result().subject();
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
