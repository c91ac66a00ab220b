package org.careunit.api.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

class ChangeNoticeTest {

    @Test
    void aNoticeOfAUnitNamesTheUnit() {
        ChangeNotice notice = ChangeNotice.of(event("unit", "SE1111111111-A1B2", "settings", "staff-reminder"));
        assertThat(notice.unit()).contains(HsaId.of("SE1111111111-A1B2"));
        assertThat(notice.region()).isEmpty();
        assertThat(notice.kind()).isEqualTo(ChangeNotice.SETTINGS);
        assertThat(notice.key()).isEqualTo("staff-reminder");
        assertThat(notice.isAnything()).isFalse();
    }

    @Test
    void aNoticeOfARegionNamesTheRegion() {
        ChangeNotice notice = ChangeNotice.of(event("region", "01", "default", "page-link"));
        assertThat(notice.region()).contains(CountyCode.of("01"));
        assertThat(notice.unit()).isEmpty();
    }

    @Test
    void lostNoticesMeanAnything() {
        assertThat(ChangeNotice.of(event("platform", "*", "*", "*")).isAnything())
                .isTrue();
    }

    @Test
    void anEventOfSomebodyElseIsRefused() {
        assertThatThrownBy(() -> ChangeNotice.of(event("galaxy", "*", "*", "*")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChangeNotice.of(new Event(ChangeNotices.TOPIC, Map.of("kind", 7))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChangeNotice.of(new Event("other/TOPIC", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyKindThatIsDescribedIsAConstant() throws Exception {
        String described = Files.readString(Path.of("src/main/java/org/careunit/api/changes/ChangeNotices.java"));
        Set<String> kinds = Pattern.compile("<li>\\{@code ([a-z-]+)}")
                .matcher(described)
                .results()
                .map(kind -> kind.group(1))
                .collect(Collectors.toSet());
        Set<Object> constants = Arrays.stream(ChangeNotice.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(ChangeNoticeTest::value)
                .collect(Collectors.toSet());
        assertThat(constants).isEqualTo(kinds);
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    private static Event event(String level, String id, String kind, String key) {
        return new Event(
                ChangeNotices.TOPIC,
                Map.of(
                        ChangeNotices.SCOPE_LEVEL, level,
                        ChangeNotices.SCOPE_ID, id,
                        ChangeNotices.KIND, kind,
                        ChangeNotices.KEY, key));
    }
}
