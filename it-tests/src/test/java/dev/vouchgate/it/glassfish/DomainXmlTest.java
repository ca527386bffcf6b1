package dev.vouchgate.it.glassfish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainXmlTest {

  private static final String DOMAIN =
      """
      <domain>
        <hazelcast-runtime-configuration das-port="4900"/>
        <configs>
          <config name="server-config">
            <iiop-listener address="0.0.0.0" port="3700" id="orb-listener-1"/>
            <jmx-connector address="0.0.0.0" port="8686" name="system"/>
            <java-config>
              <jvm-options>-Dalways=yes</jvm-options>
              <jvm-options>[17|]-Dsince17=yes</jvm-options>
              <jvm-options>[17|20]-Dfrom17to20=yes</jvm-options>
              <jvm-options>[24|]-Dsince24=yes</jvm-options>
              <jvm-options>[Other Make-11.0.10|]-Dother=yes</jvm-options>
            </java-config>
            <network-listener port="8080" name="http-listener-1"/>
            <network-listener port="8181" name="http-listener-2"/>
            <network-listener port="4848" name="admin-listener"/>
          </config>
          <config name="default-config">
            <java-config><jvm-options>-Dtemplate=yes</jvm-options></java-config>
          </config>
        </configs>
      </domain>
      """;

  @TempDir Path folder;
  private DomainXml xml;

  @BeforeEach
  void read() throws IOException {
    xml = DomainXml.read(Files.writeString(folder.resolve("domain.xml"), DOMAIN));
  }

  @Test
  void takesTheOptionsThatAreMeantForTheJavaVersion() {
    assertThat(xml.jvmOptions(17))
        .containsExactly("-Dalways=yes", "-Dsince17=yes", "-Dfrom17to20=yes");
    assertThat(xml.jvmOptions(25))
        .containsExactly("-Dalways=yes", "-Dsince17=yes", "-Dsince24=yes");
  }

  @Test
  void leavesNoListenerAtAnotherAddressOrAtItsOwnPort() throws IOException {
    xml.bindToLoopback(11080, 11048);
    Path written = folder.resolve("written.xml");
    xml.write(written);

    assertThat(Files.readString(written, UTF_8))
        .containsPattern("name=\"http-listener-1\" port=\"11080\"")
        .containsPattern("name=\"admin-listener\" port=\"11048\"")
        .containsPattern("<jms-service type=\"REMOTE\"")
        .doesNotContain("0.0.0.0", "\"3700\"", "\"8686\"", "\"8080\"", "\"8181\"", "\"4848\"")
        .doesNotContain("\"4900\"");
  }
}
