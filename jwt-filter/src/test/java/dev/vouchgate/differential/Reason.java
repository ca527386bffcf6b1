package dev.vouchgate.differential;

import dev.vouchgate.verify.Rejection;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Why this gate refuses what another library accepts: all of it, each with who says so. */
enum Reason {
  OTHER_CHARACTERS("malformed_token", "a part of the token is a character outside", "RFC 7515 §2"),
  IMPOSSIBLE_LENGTH("malformed_token", "of impossible length", "RFC 4648 §5: no byte has 6 bits"),
  SECOND_SPELLING("malformed_token", "unused trailing bits are set", "RFC 4648 §3.5"),
  NOT_ASCII("malformed_token", "no characters beyond ASCII", "RFC 7515 §7.1"),
  NUMBER_OF_PARTS("malformed_token", "exactly three parts", "RFC 7515 §7.1"),
  NOT_ENCRYPTED(
      "malformed_token",
      "exactly five parts",
      "RFC 7516 §7.1; MicroProfile JWT 2.1: with a decryption key, only encrypted tokens"),
  NOT_JSON("malformed_token", "text that is not strict JSON", "RFC 8259 §2"),
  NOT_UTF8("malformed_token", "text that is not valid UTF-8", "RFC 7515 §5.2 step 3"),
  BYTE_ORDER_MARK("malformed_token", "a byte order mark", "RFC 8259 §8.1"),
  NUL("malformed_token", "a JSON string with a NUL", "RFC 8259 §8.2: unpredictable to readers"),
  LONE_SURROGATE("malformed_token", "a lone surrogate", "RFC 8259 §8.2: not a character"),
  DUPLICATE_NAME("malformed_token", "a duplicate name", "RFC 7515 §4, RFC 7519 §4"),
  HUGE_NUMBER(
      "malformed_token", "a JSON number beyond the power of ten", "RFC 8259 §6: range is limited"),
  TOO_DEEP("malformed_token", "JSON nested deeper than", "RFC 8259 §9: depth is limited"),
  UNENCODED_PAYLOAD("malformed_token", "b64 must not be used", "RFC 7797 §7"),
  MALFORMED_CRIT("malformed_token", "^crit must", "RFC 7515 §4.1.11"),
  HEADER_OF_ANOTHER_TYPE("malformed_token", "header's \\w+ is not a string", "RFC 7515 §4.1"),
  LONG_KEY_ID("malformed_token", "the kid has over 1024 characters", "a limit of this gate"),
  MANY_VALUES("malformed_token", "the header has over 64 values", "a limit of this gate"),
  COMPRESSED("malformed_token", "\\(zip\\)", "RFC 8725 §3.6: a small token, a large content"),
  SIZE_OF_IV_AND_TAG("malformed_token", "an IV of 96 bits and a tag of 128", "RFC 7518 §5.3"),
  CONTENT_TYPE("malformed_token", "^cty of an encrypted token", "RFC 7519 §5.2"),
  NESTED("malformed_token", "^cty of a signed token", "RFC 7519 §7.2 step 8"),
  CRITICAL("critical_header", "", "RFC 7515 §4.1.11: b64 is not understood here (RFC 7797 §7)"),
  TYPE("unexpected_type", "^typ ", "RFC 8725 §3.11"),
  NO_EXP("missing_claim", "claim exp", "null is no value; RFC 7519 §4.1.4"),
  NO_IAT("missing_claim", "claim iat", "MicroProfile JWT 2.1 §4.1: required"),
  FROM_THE_FUTURE("not_yet_valid", "^(iat|nbf) ", "RFC 7519 §4.1.5 and §4.1.6"),
  CLAIM_OF_ANOTHER_TYPE(
      "claim_mismatch",
      "; expected (a string|a string or an array of strings|a number of seconds)$",
      "RFC 7519 §4.1; MicroProfile JWT 2.1 §4.1"),
  NAMELESS("claim_mismatch", "a string that is not blank", "a caller's name is something"),
  ID_TOKEN("claim_mismatch", "this is an ID token", "RFC 8725 §3.12"),
  EVENT("claim_mismatch", "security event", "RFC 8417 §4.4; RFC 8725 §3.12"),
  BOUND("unproven_binding", "", "RFC 7800 §3.1, RFC 9449 §7.1: bound to something, and not proven"),
  SIGNATURE("bad_signature", "", "RFC 8032 §5.1.7: 64 bytes of Ed25519, and none behind"),
  UNDECRYPTABLE("undecryptable", "", "RFC 7516 §5.2 steps 10 and 11; RFC 7518 §4.6.1");

  private final String code;
  private final Pattern detail;
  private final String why;

  Reason(String code, String detail, String why) {
    this.code = code;
    this.detail = Pattern.compile(detail);
    this.why = why;
  }

  /** Those that a refusal is for; exactly one, if the list is right. */
  static List<Reason> of(Rejection rejection) {
    return Arrays.stream(values()).filter(reason -> reason.fits(rejection)).toList();
  }

  private boolean fits(Rejection rejection) {
    return rejection.code().equals(code) && detail.matcher(rejection.logReason()).find();
  }

  /** Its name, and who says so. */
  @Override
  public String toString() {
    return name() + " (" + why + ")";
  }
}
