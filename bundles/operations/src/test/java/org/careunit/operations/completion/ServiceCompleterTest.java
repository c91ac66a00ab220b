package org.careunit.operations.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.api.access.Permissions;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.finding.Geography;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.StaffId;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

class ServiceCompleterTest {

    private static final CountyCode STOCKHOLM = new CountyCode("01");

    private int held;

    @Test
    void whatAServiceKnowsIsOfferedAsFarAsItFits() {
        MunicipalityCompleter completer = on(new MunicipalityCompleter(), new Towns());
        List<String> words = new ArrayList<>();
        completer.complete(console(), line("find", "01"), words);
        assertThat(words).containsExactly("0180 ", "0184 ");
        List<Candidate> candidates = new ArrayList<>();
        completer.completeCandidates(console(), line("find", "018"), candidates);
        assertThat(candidates).extracting(Candidate::value).containsExactly("0180", "0184");
        assertThat(candidates).extracting(Candidate::descr).containsExactly("Stockholm", "Solna");
        completer.completeCandidates(console(), line("find", "09"), candidates);
        assertThat(candidates).hasSize(2);
        assertThat(held).isZero();
    }

    @Test
    void nothingIsOfferedWhileTheServiceIsAwayOrRefuses() {
        List<Candidate> candidates = new ArrayList<>();
        on(new RegionCompleter(), null).completeCandidates(console(), line("region-list", ""), candidates);
        Geography refusing = (Geography) Proxy.newProxyInstance(
                Geography.class.getClassLoader(), new Class<?>[] {Geography.class}, (proxy, method, arguments) -> {
                    throw new UnavailableException("not now");
                });
        on(new RegionCompleter(), refusing).completeCandidates(console(), line("region-list", ""), candidates);
        assertThat(candidates).isEmpty();
        assertThat(held).isZero();
    }

    @Test
    void allTrailsAtOnceAreOfferedWhereACommandTakesThem() {
        List<String> words = new ArrayList<>();
        on(new TrailCompleter(), null).complete(console(), line("careunit:audit-list", ""), words);
        assertThat(words).containsExactly("platform ");
        on(new TrailsCompleter(), null).complete(console(), line("careunit:audit-verify", "a"), words);
        assertThat(words).containsExactly("platform ", "all ");
    }

    @Test
    void versionsAreOfferedOfTheOneThatStandsBefore() {
        List<Object> asked = new ArrayList<>();
        Permissions permissions = (Permissions) Proxy.newProxyInstance(
                Permissions.class.getClassLoader(), new Class<?>[] {Permissions.class}, (proxy, method, arguments) -> {
                    asked.addAll(List.of(arguments).subList(1, 3));
                    return List.of(
                            new Saved<>(2, Optional.empty(), "staff:SE1111111111-BO", Instant.EPOCH, List.of()),
                            new Saved<>(1, Optional.empty(), "operator:anna", Instant.EPOCH, List.of()));
                });
        PermissionVersionCompleter completer = on(new PermissionVersionCompleter(), permissions);
        List<Candidate> candidates = new ArrayList<>();
        completer.completeCandidates(
                console(),
                line("careunit:permission-restore", "SE1111111111-UNIT1", "SE1111111111-ANNA", ""),
                candidates);
        assertThat(candidates).extracting(Candidate::value).containsExactly("2", "1");
        assertThat(candidates).extracting(Candidate::descr).containsExactly("staff:SE1111111111-BO", "operator:anna");
        assertThat(asked).containsExactly(new HsaId("SE1111111111-UNIT1"), new StaffId("SE1111111111-ANNA"));
        completer.completeCandidates(
                console(), line("careunit:permission-restore", "SE1111111111-UNIT1", "nobody", ""), candidates);
        assertThat(candidates).hasSize(2);
    }

    @Test
    void whatIsOfferedHangsOnTheWordsBefore() {
        PrecedingArguments before = new PrecedingArguments(
                new Actor.Operator("console"),
                List.of("careunit:x", "case-1", "se1111111111-unit1", "SE1111111111-A1"));
        assertThat(before.unit()).contains(new HsaId("SE1111111111-UNIT1"));
        assertThat(before.region()).isEmpty();
        assertThat(new PrecedingArguments(before.operator(), List.of("careunit:x", "01")).region())
                .contains(STOCKHOLM);
    }

    @Test
    void theWordThatIsBeingWrittenDoesNotCount() {
        List<PrecedingArguments> seen = new ArrayList<>();
        ServiceCompleter completer = new ServiceCompleter() {
            @Override
            protected Map<String, String> words(PrecedingArguments before) {
                seen.add(before);
                return Map.of();
            }
        };
        completer.complete(console(), line("careunit:x", "SE1111111111-UNIT1", "0"), new ArrayList<>());
        assertThat(seen)
                .containsExactly(new PrecedingArguments(
                        new Actor.Operator("console"), List.of("careunit:x", "SE1111111111-UNIT1")));
    }

    /** Or nothing would be offered after it. */
    @Test
    void aWordThatStandsBeforeMayStandThere() {
        List<Candidate> words = new ArrayList<>();
        on(new StaffCompleter(), null).completeCandidates(console(), line("SE1111111111-ANNA"), words);
        assertThat(words).extracting(Candidate::value).containsExactly("SE1111111111-ANNA");
    }

    /** A completer in a container that has this service, or has not. */
    private <C extends ServiceCompleter> C on(C completer, Object service) {
        ServiceReference<?> reference = proxy(ServiceReference.class, Map.of());
        completer.context = (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServiceReference" -> service == null ? null : reference;
                    case "getService" -> {
                        held++;
                        yield service;
                    }
                    case "ungetService" -> held-- > 0;
                    default -> throw new AssertionError(method);
                });
        return completer;
    }

    private static Session console() {
        return proxy(Session.class, Map.of("get", "tester"));
    }

    /** The last word is being written. */
    private static CommandLine line(String... words) {
        String last = words[words.length - 1];
        return proxy(
                CommandLine.class,
                Map.of(
                        "getArguments",
                        words,
                        "getCursorArgumentIndex",
                        words.length - 1,
                        "getCursorArgument",
                        last,
                        "getArgumentPosition",
                        last.length(),
                        "getBufferPosition",
                        String.join(" ", words).length()));
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> Objects.requireNonNull(answers.get(method.getName()), method.getName())));
    }

    private static final class Towns implements Geography {

        @Override
        public List<County> counties() {
            return List.of(new County(STOCKHOLM, "Stockholms län"));
        }

        @Override
        public List<Municipality> municipalities(CountyCode county) {
            return List.of(
                    new Municipality(new MunicipalityCode("0180"), "Stockholm"),
                    new Municipality(new MunicipalityCode("0184"), "Solna"));
        }

        @Override
        public Optional<Municipality> municipality(MunicipalityCode code) {
            throw new AssertionError("Nobody asks for one");
        }
    }
}
