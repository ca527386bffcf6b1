package dev.vouchgate.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackTest {

  @ParameterizedTest(name = "to {0} from {1} as {2}: {3}")
  @CsvSource({
    "127.0.0.1,        127.0.0.1,        127.0.0.1,   true",
    "127.0.0.1,        127.0.0.1,        localhost,   true",
    "0:0:0:0:0:0:0:1,  0:0:0:0:0:0:0:1,  [::1],       true",
    "192.0.2.1,        127.0.0.1,        127.0.0.1,   false",
    "127.0.0.1,        192.0.2.1,        127.0.0.1,   false",
    "127.0.0.1,        1127.0.0.1,       127.0.0.1,   false",
    "127.0.0.1,        127.0.0.1,        shop.test,   false",
    "127.0.0.1,        127.0.0.1,        localhost.,  false",
  })
  void admitsThisMachineUnderItsOwnNameOnly(
      String localAddress, String remoteAddress, String serverName, boolean admitted) {
    assertThat(Loopback.admits(localAddress, remoteAddress, serverName)).isEqualTo(admitted);
  }
}
