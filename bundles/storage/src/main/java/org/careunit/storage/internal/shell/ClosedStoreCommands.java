package org.careunit.storage.internal.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.NullCompleter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Commands in place of those whose services are away while the store is closed: each fails and says why it is closed,
 * where the shell would say <em>Command not found</em>. They go before the services come: Karaf removes commands by
 * name, so one that went later would take the real one along.
 */
public final class ClosedStoreCommands {

    private static final int OWN_CLASSES = BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL;

    private final Map<String, Object> offered = new LinkedHashMap<>();
    private final BundleContext context;
    private final Supplier<String> why;

    /** @param why the store is closed */
    public ClosedStoreCommands(BundleContext context, Supplier<String> why) {
        this.context = context;
        this.why = why;
    }

    /** Offers those that are missing now; may be called again. */
    public synchronized void offer() {
        inRegistry(registry -> usersOfTheStore()
                .forEach(bundle -> commands(bundle).forEach(command -> offer(registry, bundle, command))));
    }

    /** Takes all of them back. */
    public synchronized void withdraw() {
        inRegistry(registry -> offered.values().forEach(registry::unregister));
        offered.clear();
    }

    private void offer(Registry registry, Bundle bundle, Class<?> type) {
        Command command = type.getAnnotation(Command.class);
        if (!offered.containsKey(command.name())
                && registry.getCommand(command.scope(), command.name()) == null
                && lacksAService(bundle, type)) {
            ClosedCommand closed = new ClosedCommand(command);
            registry.register(closed);
            offered.put(command.name(), closed);
        }
    }

    private void inRegistry(Consumer<Registry> work) {
        ServiceReference<SessionFactory> reference = context.getServiceReference(SessionFactory.class);
        SessionFactory shell = reference == null ? null : context.getService(reference);
        if (shell == null) {
            return;
        }
        try {
            work.accept(shell.getRegistry());
        } finally {
            context.ungetService(reference);
        }
    }

    private List<Bundle> usersOfTheStore() {
        BundleWiring storage = context.getBundle().adapt(BundleWiring.class);
        List<BundleWire> wires = storage == null ? List.of() : storage.getProvidedWires("osgi.wiring.package");
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(context.getBundle()),
                        wires.stream().map(wire -> wire.getRequirer().getBundle()))
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE || bundle.equals(context.getBundle()))
                .distinct()
                .toList();
    }

    private static List<Class<?>> commands(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        Collection<String> classes =
                wiring == null ? List.of() : wiring.listResources("/org/careunit", "*Command.class", OWN_CLASSES);
        return classes.stream()
                .map(resource -> resource.substring(0, resource.length() - ".class".length())
                        .replace('/', '.'))
                .<Optional<Class<?>>>map(name -> loaded(bundle, name))
                .flatMap(Optional::stream)
                .filter(type -> type.isAnnotationPresent(Command.class))
                .toList();
    }

    private static Optional<Class<?>> loaded(Bundle bundle, String name) {
        try {
            return Optional.of(bundle.loadClass(name));
        } catch (ClassNotFoundException | LinkageError goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static boolean lacksAService(Bundle bundle, Class<?> command) {
        BundleContext its = bundle.getBundleContext();
        return its != null
                && Arrays.stream(command.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(Reference.class))
                        .filter(field -> !field.getAnnotation(Reference.class).optional())
                        .anyMatch(field -> its.getServiceReference(field.getType()) == null);
    }

    /** Fails with the reason. */
    private final class ClosedCommand implements org.apache.karaf.shell.api.console.Command {

        private final Command command;

        private ClosedCommand(Command command) {
            this.command = command;
        }

        @Override
        public Object execute(Session session, List<Object> arguments) throws CommandException {
            String message = "The store is closed: " + why.get();
            throw new CommandException(message, message);
        }

        @Override
        public String getScope() {
            return command.scope();
        }

        @Override
        public String getName() {
            return command.name();
        }

        @Override
        public String getDescription() {
            return command.description();
        }

        @Override
        public Completer getCompleter(boolean scoped) {
            return new NullCompleter();
        }

        @Override
        public Parser getParser() {
            return null;
        }
    }
}
