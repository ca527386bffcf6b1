package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.config.SettingsException;
import dev.vouchgate.testing.GateUnderTest;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the filter is mapped, whatever a container knows of mappings so far. */
class JwtFilterInitializerTest {
  private final BearerAuthenticator gate =
      new BearerAuthenticator(GateUnderTest.withSecret().gate());

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void mapsAFilterWithoutAnyMapping() {
    assertThat(mappedBesides(Optional.of(List.of()))).containsExactly("/*");
  }

  @Test
  void mapsAFilterOfWhichTheContainerSaysNothing() {
    // Open Liberty's answer as long as nobody has added a mapping, instead of an empty one.
    assertThat(mappedBesides(Optional.empty())).containsExactly("/*");
  }

  @Test
  void leavesAFilterWhereWebXmlHasMappedIt() {
    assertThat(mappedBesides(Optional.of(List.of("/api/*")))).isEmpty();
  }

  @Test
  void stopsTheDeploymentIfSettingsAreWrong() {
    // As unchecked: Open Liberty only logs a ServletException and goes on.
    ServletContext misconfigured =
        proxy(
            ServletContext.class,
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getAttribute", "getFilterRegistration", "getClassLoader" -> null;
                  case "getInitParameterNames" ->
                      Collections.enumeration(List.of("vouchgate.relm"));
                  case "getInitParameter" -> "x";
                  default -> nothing(method);
                });
    JwtFilterInitializer initializer = new JwtFilterInitializer();

    assertThatThrownBy(() -> initializer.onStartup(Set.of(), misconfigured))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("vouchgate.relm: there is no such setting");
  }

  private List<String> mappedBesides(Optional<Collection<String>> present) {
    List<String> added = new ArrayList<>();
    FilterRegistration.Dynamic registration =
        proxy(
            FilterRegistration.Dynamic.class,
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getUrlPatternMappings" -> present.orElse(null);
                  case "getServletNameMappings" -> present.map(any -> List.of()).orElse(null);
                  case "addMappingForUrlPatterns" -> added.addAll(patterns(arguments));
                  default -> nothing(method);
                });
    new JwtFilterInitializer().onStartup(Set.of(), application(registration));
    return added;
  }

  private ServletContext application(FilterRegistration.Dynamic registration) {
    return proxy(
        ServletContext.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getAttribute" -> gate;
              case "addFilter", "getFilterRegistration" -> registration;
              default -> nothing(method);
            });
  }

  private static List<String> patterns(Object @Nullable [] arguments) {
    return arguments == null ? List.of() : List.of((String[]) arguments[2]);
  }

  private static @Nullable Object nothing(Method method) {
    assertThat(method.getReturnType()).as(method.toString()).isEqualTo(void.class);
    return null;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }
}
