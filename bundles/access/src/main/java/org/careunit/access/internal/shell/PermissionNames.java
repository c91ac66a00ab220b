package org.careunit.access.internal.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.operations.CommandProblem;

/** Names of permissions at the console and in the audit trail: {@code case-receiver}. */
public final class PermissionNames {

    private PermissionNames() {}

    public static String of(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All of them with their days, in their order. */
    public static String of(Map<Permission, GrantPeriod> grants) {
        return grants.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(PermissionNames::of)
                .collect(Collectors.joining(", "));
    }

    /** With its days, if it has any: {@code case-handler (from 2026-12-01 until 2026-12-31)}. */
    public static String of(Map.Entry<Permission, GrantPeriod> granted) {
        GrantPeriod period = granted.getValue();
        String from = period.firstDay().map(day -> " from " + day).orElse("");
        String until = period.lastDay().map(day -> " until " + day).orElse("");
        String days = (from + until).strip();
        return of(granted.getKey()) + (days.isEmpty() ? "" : " (" + days + ")");
    }

    public static Set<Permission> read(Collection<String> words) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        words.forEach(word -> permissions.add(read(word)));
        return permissions;
    }

    private static Permission read(String word) {
        return Arrays.stream(Permission.values())
                .filter(permission -> of(permission).equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> CommandProblem.ARGUMENT.refused("There is no such permission; write one of "
                        + Arrays.stream(Permission.values())
                                .map(PermissionNames::of)
                                .collect(Collectors.joining(", "))));
    }
}
