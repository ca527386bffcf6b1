package dev.vouchgate.jws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoseHeaderTest {

  @Test
  void readsWhatItKnows() throws Exception {
    JoseHeader header = parse("'alg':'ES256','kid':'k/1','typ':'at+jwt','cty':'JWT','x':[1]");

    assertThat(header.algorithm()).isEqualTo("ES256");
    assertThat(header.signatureAlgorithm()).contains(JwsAlgorithm.ES256);
    assertThat(header.keyId()).contains("k/1");
    assertThat(header.type()).contains("at+jwt");
    assertThat(header.contentType()).contains("JWT");
    assertThat(header.critical()).isEmpty();
    assertThat(header.asMap()).containsOnlyKeys("alg", "kid", "typ", "cty", "x");
  }

  @Test
  void needsNoMoreThanAnAlgorithm() throws Exception {
    JoseHeader header = parse("'alg':'RS256'");

    assertThat(header.keyId()).isEmpty();
    assertThat(header.type()).isEmpty();
    assertThat(header.contentType()).isEmpty();
  }

  @Test
  void knowsNoOtherAlgorithmsThanItsOwn() throws Exception {
    JoseHeader header = parse("'alg':'none'");

    assertThat(header.algorithm()).isEqualTo("none");
    assertThat(header.signatureAlgorithm()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"'typ':'JWT'", "'Alg':'RS256'", "'ALG':'RS256'", "'alg ':'RS256'"})
  void refusesAHeaderWithoutAlg(String members) {
    assertMalformed(members, "the header has no alg");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'alg':null                   | alg
          'alg':256                    | alg
          'alg':['RS256']              | alg
          'alg':{'RS256':1}            | alg
          'alg':true                   | alg
          'alg':'RS256','kid':1        | kid
          'alg':'RS256','kid':null     | kid
          'alg':'RS256','kid':['a']    | kid
          'alg':'RS256','typ':false    | typ
          'alg':'RS256','typ':null     | typ
          'alg':'RS256','cty':{}       | cty
          """)
  void refusesAMemberOfTheWrongType(String members, String name) {
    assertMalformed(members, "the header's " + name + " is not a string");
  }

  @Test
  void refusesAKidThatNobodyWouldChoose() throws Exception {
    assertThat(parse("'alg':'RS256','kid':'" + "k".repeat(1024) + "'").keyId()).isPresent();
    assertMalformed("'alg':'RS256','kid':'" + "k".repeat(1025) + "'", "kid has over 1024 char");
  }

  @ParameterizedTest(name = "{1} members, each {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1         | 63
          [0,0]     | 21
          [{}]      | 21
          {'a':[]}  | 21
          '1,2,3'   | 21
          """)
  void refusesMoreValuesThanAnySenderNeeds(String value, int many) throws Exception {
    String members =
        IntStream.range(0, many)
            .mapToObj(i -> ",'" + i + "':" + value)
            .collect(Collectors.joining("", "'alg':'RS256'", ""));
    assertThat(parse(members).asMap()).hasSize(1 + many);
    assertMalformed(members + ",'one':'more'", "the header has over 64 values");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "' OR 1=1 --",
        "${jndi:ldap://x}",
        "http://x/",
        "a\\r\\nb",
        ""
      })
  void keepsAKidAsItIsBecauseItIsOnlyCompared(String kid) throws Exception {
    assertThat(
            JoseHeader.parse(("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}").getBytes(UTF_8))
                .keyId())
        .contains(kid.replace("\\r\\n", "\r\n"));
  }

  @Test
  void listsWhatItsSenderCallsCritical() throws Exception {
    assertThat(parse("'alg':'RS256','crit':['exp','x'],'x':null,'exp':1").critical())
        .containsExactlyInAnyOrder("exp", "x");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "'crit':[]",
        "'crit':null",
        "'crit':'exp','exp':1",
        "'crit':{'exp':1},'exp':1",
        "'crit':true",
        "'crit':0",
      })
  void refusesACritThatIsNoListOrAnEmptyOne(String crit) {
    assertMalformed("'alg':'RS256'," + crit, "crit must be a list that is not empty");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "'crit':['exp']",
        "'crit':['exp','Exp'],'exp':1",
        "'crit':['exp','exp'],'exp':1",
        "'crit':[null]",
        "'crit':[1],'1':1",
        "'crit':[['exp']],'exp':1",
        "'crit':['']",
      })
  void refusesACritWhoseNamesTheHeaderDoesNotHaveEachOnce(String crit) {
    assertMalformed("'alg':'RS256'," + crit, "crit must list names that the header has, each once");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "'b64':false",
        "'b64':false,'crit':['b64']",
        "'b64':null",
        "'b64':'true'",
        "'b64':0",
        "'b64':[true]"
      })
  void refusesAnUnencodedPayload(String members) {
    assertMalformed("'alg':'RS256'," + members, "b64 must not be used in a JWT");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"'alg':'RS256','alg':'RS256'", "'alg':'RS256',}", "'alg':'RS256'}x{"})
  void refusesWhatIsNotStrictJson(String members) {
    assertMalformed(members, "the header is ");
  }

  private static JoseHeader parse(String members) throws MalformedTokenException {
    return JoseHeader.parse(Json.utf8("{" + members + "}"));
  }

  private static void assertMalformed(String members, String message) {
    assertThatThrownBy(() -> parse(members))
        .isInstanceOf(MalformedTokenException.class)
        .hasMessageContaining(message);
  }
}
