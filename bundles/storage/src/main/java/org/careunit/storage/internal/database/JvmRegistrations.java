package org.careunit.storage.internal.database;

import java.beans.Introspector;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes references that the JVM keeps to this bundle's classes, which would otherwise retain its class loader after
 * the bundle has stopped.
 */
public final class JvmRegistrations {

    private static final Logger LOG = LoggerFactory.getLogger(JvmRegistrations.class);

    private static final List<Driver> RELEASED = new ArrayList<>();

    private JvmRegistrations() {}

    /** Registers the drivers again that {@link #release} removed; a driver that is loaded later registers itself. */
    public static synchronized void acquire() {
        for (Driver driver : RELEASED) {
            try {
                DriverManager.registerDriver(driver);
            } catch (SQLException failure) {
                throw new StorageException("A database driver cannot be registered", failure);
            }
        }
        RELEASED.clear();
    }

    /** Removes all references; no connection may be opened afterwards, until {@link #acquire}. */
    public static synchronized void release() {
        ClassLoader ours = JvmRegistrations.class.getClassLoader();
        DriverManager.drivers()
                .filter(driver -> ours.equals(driver.getClass().getClassLoader()))
                .toList()
                .forEach(JvmRegistrations::deregister);
        ResourceBundle.clearCache(ours);
        // Liquibase looks at its changes as beans; the JVM remembers their classes for as long as there is memory.
        Introspector.flushCaches();
        forgetRecords();
    }

    private static void deregister(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
            RELEASED.add(driver);
        } catch (SQLException failure) {
            LOG.debug("A driver stays registered", failure);
        }
    }

    /**
     * Java 17 makes the methods of records from shared method handles, each of which remembers the types that it was
     * last converted to: so the record whose methods were made last keeps its class loader. Made for a class of Java's
     * own, they remember that one.
     */
    private static void forgetRecords() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle text = lookup.findVirtual(String.class, "toString", MethodType.methodType(String.class));
            make(lookup, text, "equals", MethodType.methodType(boolean.class, String.class, Object.class));
            make(lookup, text, "hashCode", MethodType.methodType(int.class, String.class));
            make(lookup, text, "toString", MethodType.methodType(String.class, String.class));
        } catch (Throwable unlikeJava17) {
            LOG.debug("Java's methods of records cannot be made for another class", unlikeJava17);
        }
    }

    private static void make(MethodHandles.Lookup lookup, MethodHandle text, String method, MethodType type)
            throws Throwable {
        ObjectMethods.bootstrap(lookup, method, type, String.class, "text", text);
    }
}
