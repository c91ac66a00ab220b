package org.careunit.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

public class RememberedTest {

    private final Map<String, String> table = new HashMap<>(Map.of("a", "1", "b", "2", "c", "3"));
    private final List<String> asked = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final Remembered<String, String> remembered =
            new Remembered<>(this::ask, Duration.ofSeconds(1), 2, nanos::get);

    private Optional<String> ask(String key) {
        asked.add(key);
        return Optional.ofNullable(table.get(key));
    }

    @Test
    public void theStoreIsAskedOnceUntilTheAnswerIsTooOld() {
        assertThat(remembered.get("a")).contains("1");
        table.put("a", "changed");
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(remembered.get("a")).contains("1");
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(remembered.get("a")).contains("changed");
        assertThat(asked).containsExactly("a", "a");
    }

    @Test
    public void whatIsDroppedIsAskedForAnew() {
        remembered.get("a");
        table.put("a", "changed");
        remembered.drop("a");
        assertThat(remembered.get("a")).contains("changed");
    }

    @Test
    public void allIsForgottenAtOnce() {
        remembered.get("a");
        remembered.get("b");
        remembered.clear();
        table.put("a", "changed");
        assertThat(remembered.get("a")).contains("changed");
        remembered.get("b");
        assertThat(asked).containsExactly("a", "b", "a", "b");
    }

    @Test
    public void absenceIsNotRemembered() {
        assertThat(remembered.get("d")).isEmpty();
        table.put("d", "4");
        assertThat(remembered.get("d")).contains("4");
    }

    @Test
    public void noMoreIsHeldThanAllowed() {
        remembered.get("a");
        remembered.get("b");
        remembered.get("c");
        remembered.get("c");
        remembered.get("a");
        assertThat(asked).containsExactly("a", "b", "c", "a");
    }

    @Test
    public void whatIsAskedForAgainAndAgainStaysWhateverElseIsRead() {
        Remembered<String, String> ofFour = new Remembered<>(this::ask, Duration.ofSeconds(1), 4, nanos::get);
        ofFour.get("a");
        for (int other = 0; other < 9; other++) {
            table.put("other" + other, "1");
            ofFour.get("other" + other);
            ofFour.get("a");
        }
        assertThat(asked).containsOnlyOnce("a").hasSize(10);
        table.put("a", "changed");
        ofFour.drop("a");
        assertThat(ofFour.get("a")).contains("changed");
    }

    @Test
    public void whatWasReadWhileItChangedIsNotKept() {
        AtomicReference<Remembered<String, String>> own = new AtomicReference<>();
        own.set(new Remembered<>(
                key -> {
                    Optional<String> before = ask(key);
                    if (asked.size() == 1) {
                        table.put(key, "changed");
                        own.get().drop(key);
                    }
                    return before;
                },
                Duration.ofSeconds(1),
                2,
                nanos::get));
        assertThat(own.get().get("a")).contains("1");
        assertThat(own.get().get("a")).contains("changed");
    }
}
