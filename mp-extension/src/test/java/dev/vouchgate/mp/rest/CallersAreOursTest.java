package dev.vouchgate.mp.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Application;
import java.lang.reflect.Modifier;
import org.eclipse.microprofile.auth.LoginConfig;
import org.junit.jupiter.api.Test;

class CallersAreOursTest {

  @Test
  void asksForMicroProfileJwtOnAnApplication() {
    assertThat(CallersAreOurs.class).hasSuperclass(Application.class);
    assertThat(CallersAreOurs.class.getAnnotation(LoginConfig.class).authMethod())
        .isEqualTo("MP-JWT");
  }

  @Test
  void isServedByNobody() {
    assertThat(Modifier.isAbstract(CallersAreOurs.class.getModifiers())).isTrue();
    assertThat(CallersAreOurs.class.getAnnotations()).hasSize(1);
  }
}
