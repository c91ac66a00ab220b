package org.careunit.storage.internal.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.careunit.storage.internal.shell.ClosedStoreCommands;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.EventHook;

/** Registers the services of an open store, and unregisters them before it closes. */
@Capability(
        namespace = "osgi.service",
        attribute =
                "objectClass:List<String>=\"org.careunit.storage.Transactions,org.careunit.storage.documents.Documents,"
                        + "org.careunit.storage.EventLog,org.careunit.storage.Cases,"
                        + "org.careunit.storage.DueCases,org.careunit.storage.CaseMonths,"
                        + "org.careunit.storage.messages.MessageLedger,"
                        + "org.careunit.storage.messages.SentMessages,org.careunit.storage.messages.SmsParts,"
                        + "org.careunit.storage.messages.Digests,org.careunit.storage.Pseudonyms,"
                        + "org.careunit.storage.messages.Suppressions,org.careunit.storage.audit.AuditTrail,"
                        + "org.careunit.storage.jobs.Jobs,java.time.Clock,org.careunit.storage.Accounts,"
                        + "org.careunit.storage.Approvals,org.careunit.storage.Namings,"
                        + "org.careunit.storage.Retention,org.careunit.storage.ArchiveRecords,"
                        + "org.careunit.storage.UnitRegister,org.careunit.storage.Grants,"
                        + "org.careunit.storage.cache.ChangeBroadcast\"")
public final class OsgiServices implements StorageOpener.Registry {

    /** Distinguishes our clock from other clocks. */
    private static final Map<String, Object> OURS = Map.of("careunit", "internal");

    private final BundleContext context;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();
    private final ClosedStoreCommands commands;
    private final RegistrationLock registrationLock;
    private final ServiceRegistration<EventHook> hook;

    /** @param why the store is closed, while it is */
    public OsgiServices(BundleContext context, Supplier<String> why) {
        this.context = context;
        this.commands = new ClosedStoreCommands(context, why);
        this.registrationLock = new RegistrationLock(context.getBundle());
        this.hook = context.registerService(EventHook.class, registrationLock, null);
    }

    @Override
    public void closed() {
        commands.offer();
    }

    /** Called when this bundle stops: removes the commands that say why the store is closed. */
    void stop() {
        commands.withdraw();
        hook.unregister();
    }

    @Override
    public void register(Map<Class<?>, Object> services) {
        commands.withdraw();
        services.forEach((type, service) -> registrationLock.run(() ->
                registered.add(context.registerService(type.getName(), service, FrameworkUtil.asDictionary(OURS)))));
    }

    @Override
    public void unregister() {
        registered.forEach(ServiceRegistration::unregister);
        registered.clear();
    }
}
