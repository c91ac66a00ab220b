package org.careunit.api.gateways;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;

/**
 * What is decided of an information package before it is written; the same at each slice.
 *
 * @param name unique, and the file's name without its ending: 1 to 120 letters, digits or {@code . _ -}, beginning with
 *     a letter or digit
 * @param unit whose cases it contains; never null
 * @param unitName what the unit is called; never null
 * @param region decides the target; never null
 * @param createdAt when the run began; never null
 */
public record PackageInfo(String name, HsaId unit, String unitName, CountyCode region, Instant createdAt) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");

    public PackageInfo {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(unitName, "unitName");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(createdAt, "createdAt");
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a package's name: " + name);
        }
    }

    public PackageInfo withName(String name) {
        return new PackageInfo(name, unit, unitName, region, createdAt);
    }

    public PackageInfo withUnit(HsaId unit) {
        return new PackageInfo(name, unit, unitName, region, createdAt);
    }

    public PackageInfo withUnitName(String unitName) {
        return new PackageInfo(name, unit, unitName, region, createdAt);
    }

    public PackageInfo withRegion(CountyCode region) {
        return new PackageInfo(name, unit, unitName, region, createdAt);
    }

    public PackageInfo withCreatedAt(Instant createdAt) {
        return new PackageInfo(name, unit, unitName, region, createdAt);
    }
}
