package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.careunit.api.identity.Actor;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.itests.checks.PagedLists.PagedList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are read page by page: to their end, with rows that come meanwhile, and with requests that are wrong. */
abstract class PagingChecks extends HostChecks {

    private static final int ROWS = 5;

    private Map<String, PagedList<?>> lists = Map.of();

    @BeforeAll
    void find() {
        lists = new PagedLists(careunit, unit).all();
    }

    Stream<Arguments> lists() {
        return lists.entrySet().stream().map(list -> Arguments.of(list.getKey(), list.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    <T> void pagesHaveEachRowOnceWhileRowsAreAdded(String operation, PagedList<T> list) {
        for (int row = 0; row < ROWS; row++) {
            list.add().run();
        }
        List<String> before = list.keys(list.pages().apply(PageRequest.first(PageRequest.MOST)));
        assertThat(before)
                .as("rows of %s", operation)
                .hasSizeGreaterThanOrEqualTo(ROWS)
                .doesNotHaveDuplicates();
        List<String> read = followed(list);
        assertThat(read).as("rows of the pages of %s", operation).doesNotHaveDuplicates();
        read.retainAll(Set.copyOf(before));
        assertThat(read).as("rows of the pages of %s", operation).isEqualTo(before);
    }

    /** The rows of pages of two, with a row more after each of the first three. */
    private static <T> List<String> followed(PagedList<T> list) {
        List<String> keys = new ArrayList<>();
        int pages = 0;
        for (Optional<PageRequest> next = Optional.of(PageRequest.first(2)); next.isPresent(); ) {
            Page<T> page = list.pages().apply(next.get());
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(2);
            keys.addAll(list.keys(page));
            assertThat(++pages).as("the number of pages").isLessThan(10_000);
            if (pages <= 3) {
                list.add().run();
            }
            next = page.following(2);
        }
        return keys;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    <T> void aWordOfAnotherListIsRefused(String operation, PagedList<T> list) {
        for (String word : List.of("", "\u0000", "någon annanstans", "2026-03-02T08:00:00Z", "-1/x", "1e9")) {
            PageRequest request = new PageRequest(2, Optional.of(word));
            assertThat(paths(refused("value.cursor", () -> list.pages().apply(request))))
                    .as("%s after '%s'", operation, word)
                    .containsExactly("after");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Integer.MIN_VALUE, PageRequest.MOST + 1, Integer.MAX_VALUE})
    void aLimitOutOfItsRangeIsRefused(int limit) {
        assertThat(paths(refused("value.range", () -> PageRequest.first(limit))))
                .containsExactly("limit");
    }

    @Test
    void allPagedOperationsAreChecked() {
        Set<String> paged = new TreeSet<>();
        for (Class<?> service : new ServiceOperations(careunit, unit).services()) {
            Arrays.stream(service.getMethods())
                    .filter(PagingChecks::isPaged)
                    .forEach(method -> paged.add(service.getSimpleName() + "." + method.getName()));
        }
        assertThat(lists.keySet()).containsExactlyInAnyOrderElementsOf(paged);
    }

    private static boolean isPaged(Method method) {
        List<Class<?>> given = Arrays.asList(method.getParameterTypes());
        return given.contains(Actor.class) && given.contains(PageRequest.class);
    }
}
