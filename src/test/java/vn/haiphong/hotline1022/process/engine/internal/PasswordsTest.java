package vn.haiphong.hotline1022.process.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class PasswordsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000); // nanoTime may overflow at any moment
    private final AtomicInteger computed = new AtomicInteger();
    private final Passwords passwords = counting(2);

    private Passwords counting(int rounds) {
        return new Passwords(rounds, now::get) {
            @Override
            boolean matches(String password, String encrypted) {
                computed.incrementAndGet();
                return super.matches(password, encrypted);
            }
        };
    }

    @Test
    void a_hash_is_the_pbkdf2_others_compute_as_well() {
        // RFC 7914, section 11: PBKDF2-HMAC-SHA-256 of "passwd", "salt", 1 round; the first 32 bytes
        assertThat(passwords.check("passwd", "1$c2FsdA==$VawEbiPH4+exbKlJkTzEtpuRgL0bGWDPNBzHg7XLAFY="))
                .isFalse();
        assertThat(passwords.check("passwd", "1$c2FsdA==$VawEblbjB4npbPih+RYlIr8Z3Gjd3eTu+c5pN6oRwzE="))
                .isFalse();
    }

    @Test
    void equal_passwords_have_unlike_hashes_and_only_the_right_one_fits() {
        var hash = passwords.encrypt("mật khẩu của tôi");

        assertThat(passwords.encrypt("mật khẩu của tôi")).isNotEqualTo(hash);
        assertThat(hash).startsWith("2$").doesNotContain("mật");
        assertThat(passwords.check("mật khẩu của tôi", hash)).isTrue();
        for (var wrong : List.of("", "mật khẩu của tôi ", "mat khau cua toi", hash)) {
            assertThat(passwords.check(wrong, hash)).as(wrong).isFalse();
        }
    }

    @Test
    void a_hash_of_fewer_rounds_is_still_good_when_more_are_asked() {
        var hash = passwords.encrypt("mật khẩu");

        assertThat(counting(5).check("mật khẩu", hash)).isTrue();
        assertThat(counting(5).encrypt("mật khẩu")).startsWith("5$");
    }

    @Test
    void an_account_of_before_keeps_its_password_and_gets_the_new_hash_with_the_next_one() {
        var before = new PasswordManager(new Sha512HashDigest(), List.of());
        var today = new PasswordManager(passwords, List.of());
        var old = before.encrypt("mật khẩu" + "salt");

        assertThat(old).startsWith("{SHA-512}");
        assertThat(today.check("mật khẩu" + "salt", old)).isTrue();
        assertThat(today.check("khác" + "salt", old)).isFalse();
        assertThat(today.encrypt("mật khẩu" + "salt")).startsWith("{PBKDF2-SHA256}2$");
    }

    @Test
    void a_proven_password_is_computed_once_a_minute() {
        var hash = passwords.encrypt("mật khẩu");

        for (var request = 0; request < 5; request++) {
            assertThat(passwords.check("mật khẩu", hash)).isTrue();
        }
        assertThat(computed).hasValue(1);

        now.addAndGet(Passwords.REMEMBERED.toNanos() - 1);
        assertThat(passwords.check("mật khẩu", hash)).isTrue();
        assertThat(computed).hasValue(1);

        now.addAndGet(1);
        assertThat(passwords.check("mật khẩu", hash)).isTrue();
        assertThat(computed).hasValue(2);
    }

    @Test
    void a_wrong_password_is_never_remembered_and_never_helped_by_a_right_one() {
        var hash = passwords.encrypt("mật khẩu");
        passwords.check("mật khẩu", hash);

        for (var request = 0; request < 3; request++) {
            assertThat(passwords.check("mật khẩu?", hash)).isFalse();
        }
        assertThat(computed).hasValue(4);
    }

    @Test
    void what_was_proven_says_nothing_of_another_hash() {
        passwords.check("mật khẩu", passwords.encrypt("mật khẩu"));

        assertThat(passwords.check("mật khẩu", passwords.encrypt("đã đổi rồi"))).isFalse();
        assertThat(passwords.check("mật khẩu", passwords.encrypt("mật khẩu"))).isTrue();
        assertThat(computed).hasValue(3);
    }

    @Test
    void no_more_than_so_many_are_remembered_and_old_ones_make_room() {
        var hash = passwords.encrypt("mật khẩu");
        for (var account = 0; account < Passwords.MOST_REMEMBERED; account++) {
            passwords.check("mật khẩu", passwords.encrypt("mật khẩu"));
        }
        computed.set(0);

        passwords.check("mật khẩu", hash);
        passwords.check("mật khẩu", hash);
        assertThat(computed).hasValue(2);

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        passwords.check("mật khẩu", hash);
        passwords.check("mật khẩu", hash);
        assertThat(computed).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({
        "ngan,               false",
        "chinkytu9,          false",
        "Sxdofficer-1022,    false",
        "Lan của phòng 1022, false",
        "mười ký tự là đủ,   true"
    })
    void a_password_is_long_and_not_the_name(String password, boolean good) {
        var user = new UserEntity("sxdofficer");
        user.setFirstName("Lan");

        assertThat(new LongPasswords().getRules().stream().allMatch(rule -> rule.execute(password, user)))
                .isEqualTo(good);
    }

    @Test
    void a_real_house_asks_for_600_000_rounds_and_for_long_passwords() throws IOException {
        var settings = new YamlPropertySourceLoader()
                .load("real", new ClassPathResource("application.yaml"))
                .get(0);

        assertThat((int) settings.getProperty("hotline.passwords.rounds")).isGreaterThanOrEqualTo(600_000);
        assertThat(settings.getProperty("camunda.bpm.generic-properties.properties.enablePasswordPolicy"))
                .isEqualTo(true);
    }
}
