package org.careunit.itests.architecture;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.archive.internal.ArchiveTargets;
import org.careunit.archive.internal.TargetSettings;
import org.careunit.storage.internal.node.StorageComponent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;

/**
 * Makes the components that commands reach by their class: by their constructors, as the container does, with a
 * configuration that names servers where nobody listens.
 */
final class Parts implements AutoCloseable {

    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Function<Class<?>, Object> services;
    private final Path directory;

    /** @param services gives what is asked for by an interface */
    Parts(Path directory, Function<Class<?>, Object> services) {
        this.directory = directory;
        this.services = services;
        made.put(BundleContext.class, context());
    }

    Object get(Class<?> type) {
        if (!made.containsKey(type)) {
            if (type.isInterface()) {
                return services.apply(type);
            }
            made.put(type, isSettings(type) ? settings(type) : component(type));
            complete(type);
        }
        return made.get(type);
    }

    /** Settings are what their source registers. */
    private static boolean isSettings(Class<?> type) {
        return type.isRecord() && type.getSimpleName().endsWith("Settings");
    }

    private Object settings(Class<?> type) {
        try {
            component(Class.forName(type.getName() + "Source"));
        } catch (ClassNotFoundException e) {
            throw new LinkageError(type.getName(), e);
        }
        return made.get(type);
    }

    private Object component(Class<?> type) {
        Constructor<?> constructor = Arrays.stream(type.getConstructors())
                .filter(one -> !List.of(one.getParameterTypes()).contains(LongSupplier.class))
                .filter(one -> !List.of(one.getParameterTypes()).contains(Path.class))
                .min(Comparator.comparingInt((Constructor<?> one) -> one.getParameterCount())
                        .thenComparing(one -> !List.of(one.getParameterTypes()).contains(BundleContext.class)))
                .orElseThrow(() -> new LinkageError("No constructor of " + type));
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                .map(parameter -> parameter == Map.class ? configuration(type) : get(parameter))
                .toArray();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    private Map<String, Object> configuration(Class<?> type) {
        Map<String, Object> given = new HashMap<>(
                switch (type.getSimpleName()) {
                    case "MailSettingsSource" -> Map.of("from", "careunit@example.org");
                    case "MailboxSettingsSource" -> Map.of("user", "bounces");
                    case "SmsSettingsSource" -> Map.of("sender", "Careunit");
                    case "JournalEndpoint" -> Map.of("units", "SE1111111111-UNIT1");
                    case "DirectorySettingsSource" -> Map.of();
                    case "TargetSettingsSource" -> Map.of("directory", "/dev/null/packages");
                    case "NotificationsSettings" -> Map.of(
                            "spool", directory.resolve("spool").toString());
                    case "StorageComponent" -> Map.of(
                            "directory", directory.resolve("opened").toString(),
                            "secrets", directory.resolve("secrets.properties").toString());
                    default -> Map.of();
                });
        if (type.getSimpleName().matches("(Mail|Mailbox|Sms|Directory)SettingsSource|JournalEndpoint")) {
            given.putAll(Map.of("host", "127.0.0.1", "port", "1", "security", "plain"));
        }
        return given;
    }

    /** What the container adds once a component is there. */
    private void complete(Class<?> type) {
        if (type == ArchiveTargets.class) {
            ((ArchiveTargets) made.get(type)).addTarget((TargetSettings) get(TargetSettings.class));
        } else if (type.getSimpleName().equals("HealthChecks")) {
            HealthCheck failing = () -> new Result(Result.Status.CRITICAL, "On purpose");
            call(type, "addCheck", failing, Map.of(HealthCheck.NAME, "failing"));
        } else if (type.getSimpleName().equals("ConfiguredEndpoints")) {
            set(type, "endpoints", List.of(component(sibling(type, "JournalEndpoint"))));
        }
    }

    private static Class<?> sibling(Class<?> type, String name) {
        try {
            return Class.forName(type.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private void call(Class<?> type, String name, Object... arguments) {
        try {
            Method method = Arrays.stream(type.getDeclaredMethods())
                    .filter(one -> one.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            method.invoke(made.get(type), arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(name, e);
        }
    }

    private void set(Class<?> type, String name, Object value) {
        try {
            var field = type.getDeclaredField(name);
            field.setAccessible(true);
            field.set(made.get(type), value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private BundleContext context() {
        Bundle bundle =
                proxy(Bundle.class, (method, given) -> method.equals("getVersion") ? Version.emptyVersion : null);
        ServiceRegistration<?> registration = proxy(ServiceRegistration.class, (method, given) -> null);
        return proxy(BundleContext.class, (method, given) -> switch (method) {
            case "getBundle" -> bundle;
            case "registerService" -> {
                if (given[0] instanceof Class<?> type && !type.isInterface()) {
                    made.put(type, given[1]);
                }
                yield registration;
            }
            default -> null;
        });
    }

    private interface Answers {
        Object of(String method, Object... given);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, given) -> answers.of(method.getName(), given)));
    }

    @Override
    public void close() {
        if (made.get(StorageComponent.class) instanceof StorageComponent opened) {
            opened.close();
        }
    }
}
