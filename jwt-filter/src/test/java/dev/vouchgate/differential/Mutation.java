package dev.vouchgate.differential;

import dev.vouchgate.testing.Tokens;
import java.util.Arrays;
import java.util.Random;

/** One way of changing a compact token, at a random place. */
enum Mutation {
  FLIP_A_BIT {
    @Override
    String apply(String token, Random random) {
      int part = random.nextInt(3);
      byte[] bytes = Tokens.part(token, part);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      return Tokens.withPart(token, part, Tokens.base64Url(bytes));
    }
  },
  CHANGE_A_CHARACTER {
    @Override
    String apply(String token, Random random) {
      StringBuilder text = new StringBuilder(token);
      text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
      return text.toString();
    }
  },
  INSERT_A_CHARACTER {
    @Override
    String apply(String token, Random random) {
      String strangers = "=.-_+/ \n\tAé";
      char stranger = strangers.charAt(random.nextInt(strangers.length()));
      return new StringBuilder(token)
          .insert(random.nextInt(token.length() + 1), stranger)
          .toString();
    }
  },
  REMOVE_A_CHARACTER {
    @Override
    String apply(String token, Random random) {
      return new StringBuilder(token).deleteCharAt(random.nextInt(token.length())).toString();
    }
  },
  CUT_THE_END {
    @Override
    String apply(String token, Random random) {
      return token.substring(0, random.nextInt(token.length()));
    }
  },
  REPEAT_A_PART {
    @Override
    String apply(String token, Random random) {
      return token + "." + Tokens.encodedPart(token, random.nextInt(3));
    }
  },
  SWAP_TWO_PARTS {
    @Override
    String apply(String token, Random random) {
      int first = random.nextInt(3);
      int second = (first + 1) % 3;
      String swapped = Tokens.withPart(token, first, Tokens.encodedPart(token, second));
      return Tokens.withPart(swapped, second, Tokens.encodedPart(token, first));
    }
  },
  RESPELL_THE_LAST_CHARACTER_OF_A_PART {
    @Override
    String apply(String token, Random random) {
      int part = random.nextInt(3);
      String text = Tokens.encodedPart(token, part);
      char last = (char) (text.charAt(text.length() - 1) + 1 + random.nextInt(3));
      return Tokens.withPart(token, part, text.substring(0, text.length() - 1) + last);
    }
  },
  FILL_THE_SIGNATURE {
    @Override
    String apply(String token, Random random) {
      byte[] signature = Tokens.part(token, 2);
      Arrays.fill(signature, (byte) (random.nextInt(3) - 1));
      return Tokens.withPart(token, 2, Tokens.base64Url(signature));
    }
  },
  CHANGE_THE_LENGTH_OF_THE_SIGNATURE {
    @Override
    String apply(String token, Random random) {
      byte[] signature = Tokens.part(token, 2);
      int length = signature.length + random.nextInt(9) - 4;
      return Tokens.withPart(token, 2, Tokens.base64Url(Arrays.copyOf(signature, length)));
    }
  },
  NOTHING {
    @Override
    String apply(String token, Random random) {
      return token;
    }
  };

  /** The token, changed. */
  abstract String apply(String token, Random random);
}
