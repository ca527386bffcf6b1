package dev.vouchgate.mp.rest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Application;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.microprofile.auth.LoginConfig;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

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

  @Test
  void isInAFragmentWhoseAnnotationsConfigureNoArchive() throws Exception {
    try (InputStream stream =
        CallersAreOurs.class.getResourceAsStream("/META-INF/web-fragment.xml")) {
      Element fragment =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(requireNonNull(stream))
              .getDocumentElement();
      assertThat(fragment.getTagName()).isEqualTo("web-fragment");
      assertThat(fragment.getAttribute("metadata-complete")).isEqualTo("true");
    }
  }
}
