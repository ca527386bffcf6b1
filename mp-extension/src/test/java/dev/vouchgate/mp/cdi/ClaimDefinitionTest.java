package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.Serializable;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimDefinitionTest {

  @Dependent
  static class TwoNames {
    @Inject
    @Claim(value = "exp", standard = Claims.iat)
    Long claim;
  }

  @Dependent
  static class NoName {
    @Inject @Claim Long claim;
  }

  @Dependent
  static class UnknownName {
    @Inject
    @Claim(standard = Claims.UNKNOWN)
    Long claim;
  }

  @Dependent
  static class WrongType {
    @Inject
    @Claim("exp")
    Date claim;
  }

  @Dependent
  static class AnyType {
    @Inject
    @Claim("exp")
    Object claim;
  }

  @Dependent
  static class WrongListType {
    @Inject
    @Claim("groups")
    List<String> claim;
  }

  @Dependent
  static class WrongOptional {
    @Inject
    @Claim("exp")
    Optional<Date> claim;
  }

  @Dependent
  static class WrongClaimValue {
    @Inject
    @Claim("exp")
    ClaimValue<?> claim;
  }

  @Dependent
  static class WrongProvider {
    @Inject
    @Claim("exp")
    Provider<Date> claim;
  }

  @Dependent
  static class WrongInstance {
    @Inject
    @Claim("exp")
    Instance<Object> claim;
  }

  @Dependent
  static class WrongParameter {
    @Inject
    void claim(BeanManager ignored, @Claim("exp") Date unused) {}
  }

  @SessionScoped
  static class InSession implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    @Claim("exp")
    Long claim;
  }

  @SessionScoped
  static class ClaimValueInSession implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    @Claim("exp")
    transient ClaimValue<Long> claim;
  }

  @ConversationScoped
  static class InConversation implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    @Claim("exp")
    Long claim;
  }

  @SessionScoped
  static class LazyInSession implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    @Claim("exp")
    transient Instance<Long> instance;

    @Inject
    @Claim("exp")
    transient Provider<Long> provider;
  }

  @ApplicationScoped
  static class ValueForEver {
    @Inject
    @Claim("exp")
    Long claim;
  }

  @ApplicationScoped
  static class LiveForEver {
    @Inject
    @Claim("exp")
    ClaimValue<Long> claimValue;

    @Inject
    @Claim("exp")
    @SuppressWarnings("rawtypes")
    ClaimValue rawClaimValue;

    @Inject
    @Claim("exp")
    Provider<Long> provider;

    @Inject
    @Claim("exp")
    Instance<Long> instance;
  }

  static Stream<Arguments> definitionErrors() {
    return Stream.of(
        Arguments.of(TwoNames.class, "names two claims: value is \"exp\", standard is iat"),
        Arguments.of(NoName.class, "names no claim"),
        Arguments.of(UnknownName.class, "names no claim"),
        Arguments.of(WrongType.class, "cannot be of type java.util.Date"),
        Arguments.of(AnyType.class, "cannot be of type java.lang.Object"),
        Arguments.of(WrongListType.class, "cannot be of type java.util.List<java.lang.String>"),
        Arguments.of(WrongOptional.class, "cannot be of type java.util.Optional<java.util.Date>"),
        Arguments.of(WrongClaimValue.class, "cannot be of type"),
        Arguments.of(WrongProvider.class, "cannot be of type"),
        Arguments.of(WrongInstance.class, "cannot be of type"),
        Arguments.of(WrongParameter.class, "cannot be of type java.util.Date"),
        Arguments.of(InSession.class, "is in a @SessionScoped bean"),
        Arguments.of(ClaimValueInSession.class, "is in a @SessionScoped bean"),
        Arguments.of(InConversation.class, "is in a @ConversationScoped bean"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("definitionErrors")
  void stopsTheDeploymentWithTheInjectionPointsName(Class<?> bean, String problem) {
    assertThatThrownBy(() -> Application.of(bean).close())
        .hasMessageContaining(bean.getName() + ".claim")
        .hasMessageContaining(problem);
  }

  @Test
  void countsTheParameterThatIsWrong() {
    assertThatThrownBy(() -> Application.of(WrongParameter.class).close())
        .hasMessageContaining("Parameter 2 of " + WrongParameter.class.getName() + ".claim");
  }

  @Test
  void lendsClaimsToSessionsThroughInstanceAndProvider() {
    assertThat(warningsOfDeploying(LazyInSession.class)).isEmpty();
  }

  @Test
  void warnsOfAValueThatOutlivesItsRequest() {
    assertThat(warningsOfDeploying(ValueForEver.class))
        .singleElement()
        .asString()
        .contains(ValueForEver.class.getName() + ".claim", "@ApplicationScoped");
  }

  @Test
  void doesNotWarnOfWhatAsksAnew() {
    assertThat(warningsOfDeploying(LiveForEver.class)).isEmpty();
  }

  private static List<String> warningsOfDeploying(Class<?> bean) {
    Logger log = Logger.getLogger("dev.vouchgate");
    Recorder recorder = new Recorder();
    log.addHandler(recorder);
    try {
      Application.of(bean).close();
    } finally {
      log.removeHandler(recorder);
    }
    return recorder.messages();
  }
}
