package dev.vouchgate.it.matrix;

import dev.vouchgate.it.glassfish.Distribution;
import dev.vouchgate.it.glassfish.DomainServer;
import dev.vouchgate.it.jetty.Jetty;
import dev.vouchgate.it.liberty.Liberty;
import dev.vouchgate.it.payara.PayaraMicro;
import dev.vouchgate.it.server.JavaHome;
import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.tomcat.Tomcat;
import dev.vouchgate.it.wildfly.WildFly;
import java.util.Locale;

/** A server that people run, and what of it a test must be told because servers differ in it. */
public enum Column {
  PAYARA_MICRO("fish.payara.microprofile.jwtauth.eesecurity.JWTAuthenticationMechanism") {
    @Override
    public Server start(ServerOptions options) {
      return PayaraMicro.start(options);
    }
  },
  PAYARA_SERVER("fish.payara.microprofile.jwtauth.eesecurity.JWTAuthenticationMechanism") {
    @Override
    public Server start(ServerOptions options) {
      return DomainServer.start(Distribution.PAYARA, options);
    }
  },
  GLASSFISH("org.omnifaces.jwt.eesecurity.JWTAuthenticationMechanism") {
    @Override
    public Server start(ServerOptions options) {
      return DomainServer.start(Distribution.GLASSFISH, options);
    }
  },
  WILDFLY("io.smallrye.jwt.auth.mechanism.JWTHttpAuthenticationMechanism") {
    @Override
    public Server start(ServerOptions options) {
      return WildFly.start(options);
    }
  },
  WILDFLY_MICROPROFILE("io.smallrye.jwt.auth.mechanism.JWTHttpAuthenticationMechanism") {
    @Override
    public Server start(ServerOptions options) {
      return WildFly.startMicroProfile(options);
    }
  },
  LIBERTY("") {
    @Override
    public Server start(ServerOptions options) {
      return Liberty.start(options);
    }
  },
  /** Its mechanism is out of an application's sight; what that judges tokens by is not. */
  LIBERTY_MPJWT("com.ibm.websphere.security.jwt.JwtConsumer") {
    @Override
    public Server start(ServerOptions options) {
      return Liberty.startWithMpJwt(options);
    }
  },
  TOMCAT10("") {
    @Override
    public Server start(ServerOptions options) {
      return Tomcat.start(JavaHome.current(), options);
    }
  },
  TOMCAT11("") {
    @Override
    public Server start(ServerOptions options) {
      return Tomcat.start(JavaHome.ofVersion(25), options);
    }
  },
  JETTY("") {
    @Override
    public Server start(ServerOptions options) {
      return Jetty.start(options);
    }
  };

  private final String builtInMechanism;

  Column(String builtInMechanism) {
    this.builtInMechanism = builtInMechanism;
  }

  /** The one that the system property {@code it.server} names, such as {@code payara-micro}. */
  public static Column underTest() {
    return ofProfile(System.getProperty("it.server"));
  }

  /**
   * The one that a profile of the build is for.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public static Column ofProfile(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The name of the build's profile for it, such as {@code payara-micro}. */
  public String profile() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Starts a server and waits until it takes deployments.
   *
   * @throws IllegalStateException if it does not start; the reason is in its log
   */
  public abstract Server start(ServerOptions options);

  /** The class by which the server's own MicroProfile JWT would authenticate; empty without one. */
  public String builtInMechanism() {
    return builtInMechanism;
  }
}
