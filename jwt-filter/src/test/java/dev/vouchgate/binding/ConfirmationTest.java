package dev.vouchgate.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.testing.Json;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection.UnprovenBinding;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationTest {
  private static final String HASH = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

  @Test
  void isNoneWhereATokenSaysNothing() throws Exception {
    assertThat(of("{}")).isEmpty();
  }

  @Test
  void isAKeyACertificateOrBoth() throws Exception {
    assertThat(of("{'cnf':{'jkt':'" + HASH + "'}}"))
        .contains(new Confirmation(Optional.of(HASH), Optional.empty()));
    assertThat(of("{'cnf':{'x5t#S256':'" + HASH + "'}}"))
        .contains(new Confirmation(Optional.empty(), Optional.of(HASH)));
    assertThat(of("{'cnf':{'jkt':'" + HASH + "','x5t#S256':'" + HASH + "'}}"))
        .contains(new Confirmation(Optional.of(HASH), Optional.of(HASH)));
  }

  @Test
  void knowsKeycloaksRemark() throws Exception {
    assertThat(of("{'cnf':{'jkt':'" + HASH + "','kc-jkt-type':'DPoP'}}"))
        .contains(new Confirmation(Optional.of(HASH), Optional.empty()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null                                  | the claim cnf; expected an object that names what"
            + " the token is bound to",
        "[]                                    | the claim cnf; expected an object that names what"
            + " the token is bound to",
        "'HASH'                                | the claim cnf; expected an object that names what"
            + " the token is bound to",
        "{}                                    | the claim cnf; expected an object that names what"
            + " the token is bound to",
        "{'kc-jkt-type':'DPoP'}                | cnf without jkt and x5t#S256, which are all that"
            + " can be proven here",
        "{'jkt':'HASH','kc-jkt-type':'attest'} | cnf.kc-jkt-type; expected DPoP",
        "{'jkt':'HASH','kid':'a'}              | cnf has kid; expected nothing but jkt and"
            + " x5t#S256, known here",
        "{'jwk':{'kty':'EC'}}                  | cnf has jwk; expected nothing but jkt and"
            + " x5t#S256, known here",
        "{'JKT':'HASH'}                        | cnf has JKT; expected nothing but jkt and"
            + " x5t#S256, known here",
        "{'jkt':null}                          | cnf.jkt; expected a SHA-256 thumbprint in base64url",
        "{'jkt':['HASH']}                      | cnf.jkt; expected a SHA-256 thumbprint in base64url",
        "{'jkt':''}                            | cnf.jkt; expected a SHA-256 thumbprint in base64url",
        "{'jkt':'HASH='}                       | cnf.jkt; expected a SHA-256 thumbprint in base64url",
        "{'jkt':'AAAA'}                        | cnf.jkt; expected a SHA-256 thumbprint in base64url",
        "{'x5t#S256':1}                        | cnf.x5t#S256; expected a SHA-256 thumbprint in"
            + " base64url",
        "{'jkt':'HASH','x5t#S256':'HASHA'}     | cnf.x5t#S256; expected a SHA-256 thumbprint in"
            + " base64url",
      })
  void refusesWhatItDoesNotUnderstandToTheLastMember(String cnf, String reason) {
    RejectedException refused =
        catchThrowableOfType(
            RejectedException.class, () -> of("{'cnf':" + cnf.replace("HASH", HASH) + "}"));
    assertThat(refused.rejection()).isEqualTo(new UnprovenBinding(reason));
  }

  private static Optional<Confirmation> of(String claims) throws Exception {
    return Confirmation.of(ClaimsSet.parse(Json.utf8(claims)));
  }
}
