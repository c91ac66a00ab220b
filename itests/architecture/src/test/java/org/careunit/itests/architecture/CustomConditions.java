package org.careunit.itests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions of the architecture rules that ArchUnit does not have. */
final class CustomConditions {

    private static final Pattern INTERNAL = Pattern.compile("(org\\.careunit\\.\\w+)\\.internal(\\..*)?");

    private CustomConditions() {}

    /** Leaves out the parts of tests that travel in an archive, and the test kit. */
    static final class OfTheProduct implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return new WithTheKit().includes(location) && !location.contains("/org/careunit/testkit/");
        }
    }

    /** Leaves out the parts of tests that travel in an archive; what host developers get for their tests is in. */
    static final class WithTheKit implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    static ArchCondition<JavaClass> useInternalsOfAnotherBundle() {
        return new ArchCondition<>("use internals of another bundle") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    events.add(new SimpleConditionEvent(
                            dependency, isForeignInternal(dependency), dependency.getDescription()));
                }
            }
        };
    }

    private static boolean isForeignInternal(Dependency dependency) {
        Matcher internal = INTERNAL.matcher(
                dependency.getTargetClass().getBaseComponentType().getPackageName());
        return internal.matches()
                && !(dependency.getOriginClass().getPackageName() + ".").startsWith(internal.group(1) + ".");
    }

    static DescribedPredicate<JavaAccess<?>> sleep() {
        return targets(
                "sleep", target -> target.getName().equals("sleep") && isIn(target, Thread.class, TimeUnit.class));
    }

    /** Reads this machine's clock, or makes one that does; measuring by {@code nanoTime} is no question of the hour. */
    static DescribedPredicate<JavaAccess<?>> machineTime() {
        return targets(
                "read this machine's clock", target -> isNow(target) || isMillis(target) || isMachineClock(target));
    }

    private static boolean isNow(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget call
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isMillis(AccessTarget target) {
        return isIn(target, System.class) && target.getName().equals("currentTimeMillis");
    }

    private static boolean isMachineClock(AccessTarget target) {
        return isIn(target, Clock.class) && target.getName().matches("system.*|tick(Millis|Seconds|Minutes)");
    }

    private static boolean isIn(AccessTarget target, Class<?>... owners) {
        return Set.of(owners).stream().anyMatch(owner -> target.getOwner().isEquivalentTo(owner));
    }

    private static DescribedPredicate<JavaAccess<?>> targets(
            String description, java.util.function.Predicate<AccessTarget> test) {
        return DescribedPredicate.describe(description, access -> test.test(access.getTarget()));
    }

    static DescribedPredicate<JavaClass> areNotNamed(String... names) {
        return DescribedPredicate.describe(
                "are not " + String.join(" or ", names), type -> !Set.of(names).contains(type.getName()));
    }
}
