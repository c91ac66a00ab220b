package org.careunit.operations.completion;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.failure.CareunitException;
import org.careunit.operations.OperatorCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Base of completers that get their candidates with descriptions from our services. While a service is absent, or
 * refuses, there are no candidates, so no command waits.
 */
public abstract class ServiceCompleter implements Completer {

    @Reference
    BundleContext context;

    /** The candidates, each with a description, which may be empty. */
    protected abstract Map<String, String> words(PrecedingArguments before);

    /** Calls a service, if it is present. */
    protected final <S> Map<String, String> ask(Class<S> service, Function<S, Map<String, String>> question) {
        ServiceReference<S> there = context.getServiceReference(service);
        S asked = there == null ? null : context.getService(there);
        if (asked == null) {
            return Map.of();
        }
        try {
            return question.apply(asked);
        } finally {
            context.ungetService(there);
        }
    }

    /** Collects words with their meanings. */
    protected static <T> Collector<T, ?, Map<String, String>> words(
            Function<T, Object> word, Function<T, String> meaning) {
        return Collectors.toMap(
                one -> word.apply(one).toString(), meaning, (first, second) -> first, LinkedHashMap::new);
    }

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(known(line).keySet()).complete(session, line, candidates);
    }

    @Override
    public final void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
        String begun = line.getCursorArgument() == null
                ? ""
                : line.getCursorArgument().substring(0, line.getArgumentPosition());
        known(line).forEach((word, meaning) -> {
            if (word.startsWith(begun)) {
                candidates.add(new Candidate(word, word, null, meaning.isEmpty() ? null : meaning, null, null, true));
            }
        });
    }

    /**
     * Karaf validates earlier arguments by completing each alone, without the words before it, on which the candidates
     * often depend; so any value is accepted.
     */
    private Map<String, String> known(CommandLine line) {
        if (line.getCursorArgumentIndex() == 0) {
            return Map.of(line.getCursorArgument(), "");
        }
        List<String> words = Arrays.asList(line.getArguments());
        List<String> before = words.subList(0, Math.min(Math.max(line.getCursorArgumentIndex(), 0), words.size()));
        try {
            return words(new PrecedingArguments(OperatorCommand.consoleUser(), before));
        } catch (CareunitException nothingToOffer) {
            return Map.of();
        }
    }
}
