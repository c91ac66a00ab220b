package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What axe-core and a narrow window say of the pages that previews are shown on. */
@Tag("accessibility")
@EnabledIf(
        value = "org.careunit.itests.architecture.Browser#canBeHad",
        disabledReason = "chromium and npm need root, Debian, and its archive unless they are installed")
class AccessibilityTest {

    private static final Path KEPT = Path.of("target", "accessibility");
    private static final Pattern NARROW_TOO = Pattern.compile("-(?:boka-tid|hostile|one-word|editable|formatted)$");
    private static final int NARROW = 320;
    private static final int WIDE = 1280;

    @TempDir
    static Path directory;

    private static Browser browser;
    private static Map<String, String> pages;

    @BeforeAll
    static void makePages() throws Exception {
        browser = new Browser(KEPT);
        try (TestStore store = TestStore.embedded(directory)) {
            store.units().add(Arguments.unit());
            try (Services services = new Services(store)) {
                pages = PreviewedPages.of(services);
            }
        }
    }

    @Test
    void allShippedTextsAreAmongThePages() {
        assertThat(pages.keySet()).filteredOn(name -> name.matches("terms-.*")).hasSizeGreaterThanOrEqualTo(13 + 4);
        assertThat(pages.keySet())
                .filteredOn(name -> name.matches("replies-.*"))
                .hasSizeGreaterThanOrEqualTo(13 + 4);
    }

    @Test
    void whatIsWrongIsFound() throws Exception {
        String wrong = "<html><head><title></title></head><body><p style='color:#ccc'>En blek text</p><img src='x'>"
                + "<div style='width:5000px'>b</div><details><a href='#'></a></details></body></html>";
        List<JsonObject> found = browser.look(Map.of("wrong", wrong), List.of(NARROW));
        assertThat(found).hasSize(2).allSatisfy(one -> {
            assertThat(one.getBoolean("sideways")).isTrue();
            assertThat(one.getJsonArray("violations").toString())
                    .contains("html-has-lang", "document-title", "image-alt", "color-contrast");
        });
        assertThat(found.get(0).getJsonArray("violations").toString()).doesNotContain("link-name");
        assertThat(found.get(1).getJsonArray("violations").toString()).contains("link-name");
    }

    @Test
    void noPageHasABarrier() throws Exception {
        List<JsonObject> found = browser.look(pages, List.of(NARROW, WIDE));
        Files.writeString(KEPT.resolve("found.json"), found.toString());
        assertThat(found).hasSizeGreaterThan(2 * pages.size()).allSatisfy(one -> {
            assertThat(one.getJsonArray("violations"))
                    .as("violations in %s", one)
                    .isEmpty();
            assertThat(one.getJsonArray("undecided")).as("undecided in %s", one).isEmpty();
            assertThat(one.getBoolean("sideways"))
                    .as("wider than its window: %s", one)
                    .isFalse();
            assertThat(one.getInt("passed")).as("rules that apply to %s", one).isGreaterThan(5);
        });
    }

    @Test
    void aPictureOfEachPageIsKept() throws Exception {
        for (Map.Entry<String, String> page : pages.entrySet()) {
            keepPicture(page.getKey(), page.getValue(), WIDE);
            if (NARROW_TOO.matcher(page.getKey()).find()) {
                keepPicture(page.getKey(), page.getValue(), NARROW);
            }
        }
    }

    private static void keepPicture(String name, String html, int width) throws Exception {
        String unfolded = html.replace("<details>", "<details open>");
        assertThat(browser.picture(name, unfolded, width)).isNotEmptyFile();
    }
}
