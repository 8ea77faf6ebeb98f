package io.martech.connect.sandbox.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.http.token.TokenRules.OldRefreshToken;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RotatingTokensTest {

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final TokenRules rules = new TokenRules(Duration.ofHours(2));
    private final RotatingTokens tokens = new RotatingTokens(clock, rules, 7);

    @Test
    void aCodeIsExchangedOnceAndNotForEver() throws TokenDenied {
        String code = tokens.newCode();
        assertThat(tokens.accepts(tokens.exchangeCode(code).accessToken())).isTrue();
        assertDenied(() -> tokens.exchangeCode(code), "CODE");

        String forgotten = tokens.newCode();
        clock.advance(Duration.ofMinutes(10));
        assertDenied(() -> tokens.exchangeCode(forgotten), "CODE");
        assertThat(tokens.denied()).isEqualTo(2);
    }

    @Test
    void anAccessTokenEndsWithItsLife() {
        String access = tokens.issue().accessToken();
        clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(tokens.accepts(access)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.accepts(access)).isFalse();
    }

    @Test
    void withoutGraceAnExchangedRefreshTokenIsDead() throws TokenDenied {
        String first = tokens.issue().refreshToken();
        String second = tokens.refresh(first).refreshToken();
        assertThat(second).isNotEqualTo(first);
        assertDenied(() -> tokens.refresh(first), "REFRESH_TOKEN");
        assertThat(tokens.liveRefreshTokens()).containsExactly(second);
    }

    @Test
    void withGraceItLivesForAWhile() throws TokenDenied {
        rules.oldRefreshToken.set(OldRefreshToken.LIVES_FOR_A_GRACE).grace.set(Duration.ofSeconds(30));
        String first = tokens.issue().refreshToken();
        tokens.refresh(first);
        clock.advance(Duration.ofSeconds(29));
        tokens.refresh(first);
        clock.advance(Duration.ofSeconds(1));
        assertDenied(() -> tokens.refresh(first), "REFRESH_TOKEN");
    }

    @Test
    void itMayLiveUntilItsSuccessorIsUsed() throws TokenDenied {
        rules.oldRefreshToken.set(OldRefreshToken.LIVES_UNTIL_ITS_SUCCESSOR_IS_USED);
        String first = tokens.issue().refreshToken();
        tokens.refresh(first);
        RotatingTokens.Pair again = tokens.refresh(first);
        assertThat(tokens.accepts(again.accessToken())).isTrue();
        assertDenied(() -> tokens.refresh(first), "REFRESH_TOKEN");
        assertThat(tokens.liveRefreshTokens()).contains(again.refreshToken());
    }

    @Test
    void thePlatformMayNotRotateAtAll() throws TokenDenied {
        rules.rotates.set(false);
        String refresh = tokens.issue().refreshToken();
        assertThat(tokens.refresh(refresh).refreshToken()).isEqualTo(refresh);
        tokens.refresh(refresh);
    }

    @Test
    void refreshTokensMayEndToo() {
        rules.refreshLife.set(Duration.ofDays(30));
        String refresh = tokens.issue().refreshToken();
        clock.advance(Duration.ofDays(30));
        assertDenied(() -> tokens.refresh(refresh), "REFRESH_TOKEN");
    }

    @Test
    void aNewAccessTokenMayEndTheOnesBefore() throws TokenDenied {
        RotatingTokens.Pair first = tokens.issue();
        tokens.issue();
        assertThat(tokens.accepts(first.accessToken())).isTrue();
        rules.oneAccessTokenAtATime.set(true);
        RotatingTokens.Pair last = tokens.refresh(first.refreshToken());
        assertThat(tokens.accepts(first.accessToken())).isFalse();
        assertThat(tokens.accepts(last.accessToken())).isTrue();
    }

    @Test
    void tokenCallsAreCountedTheRefusedOnesToo() throws TokenDenied {
        rules.mostCalls.set(2).callWindow.set(Duration.ofHours(1));
        String refresh = tokens.issue().refreshToken();
        assertDenied(() -> tokens.refresh("unknown"), "REFRESH_TOKEN");
        clock.advance(Duration.ofMinutes(30));
        String next = tokens.refresh(refresh).refreshToken();
        assertDenied(() -> tokens.refresh(next), "TOO_MANY_CALLS");
        clock.advance(Duration.ofMinutes(30));
        tokens.refresh(next);
    }

    @Test
    void everythingCanBeTakenBack() {
        RotatingTokens.Pair pair = tokens.issue();
        tokens.revokeAccessTokens();
        assertThat(tokens.accepts(pair.accessToken())).isFalse();
        assertThat(tokens.liveRefreshTokens()).isNotEmpty();
        tokens.revokeEverything();
        assertDenied(() -> tokens.refresh(pair.refreshToken()), "REFRESH_TOKEN");
    }

    private static void assertDenied(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOf(TokenDenied.class).hasMessage(reason);
    }
}
