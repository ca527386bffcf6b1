package dev.vouchgate.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.http.AddressRange;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectedTransportTest {
  private static final ProtectedTransport TRANSPORT =
      new ProtectedTransport(List.of(AddressRange.parse("10.0.0.0/8").orElseThrow()));

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, true, '', '', true",
    "203.0.113.7, false, '', '', false",
    "203.0.113.7, false, https, '', false",
    "127.0.0.1, false, '', '', true",
    "127.1.2.3, false, '', '', true",
    "0:0:0:0:0:0:0:1, false, '', '', true",
    "127.0.0.1, false, https, '', true",
    "127.0.0.1, false, http, '', false",
    "127.0.0.1, false, 'https, http', '', false",
    "127.0.0.1, false, '', 'for=1.2.3.4;proto=http', false",
    "127.0.0.1, false, '', 'For=\"[::1]\"; Proto=\"HTTPS\"', true",
    "127.0.0.1, false, '', 'proto=https, for=x;proto=http', false",
    "10.1.2.3, false, '', '', false",
    "10.1.2.3, false, HTTPS, '', true",
    "10.1.2.3, false, http, '', false",
    "10.1.2.3, false, https|http, '', false",
    "10.1.2.3, false, https|https, '', true",
    "10.1.2.3, false, '', 'proto=https', true",
    "11.1.2.3, false, https, '', false",
    "host, false, https, '', false"
  })
  void isProtectedByTlsOrByNotLeavingTheMachine(
      String address, boolean secure, String proto, String forwarded, boolean expected) {
    assertThat(TRANSPORT.isOf(request(address, secure, proto, forwarded))).isEqualTo(expected);
  }

  private static HttpServletRequest request(
      String address, boolean secure, String proto, String forwarded) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ProtectedTransportTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isSecure" -> secure;
                  case "getRemoteAddr" -> address;
                  case "getHeaders" -> {
                    String values = arguments[0].equals("Forwarded") ? forwarded : proto;
                    yield values.isEmpty()
                        ? null
                        : Collections.enumeration(Arrays.asList(values.split("\\|")));
                  }
                  default -> throw new IllegalStateException(method.getName());
                });
  }
}
