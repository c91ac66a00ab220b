package org.careunit.itests.host;

import java.lang.reflect.Method;
import org.careunit.itests.ExpectedLog;
import org.careunit.itests.KarafTest;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Sends each test of a {@link KarafTest} class to its container, where Jupiter runs it with its life cycle; here
 * nothing of it runs. Other classes are left alone. Found by Jupiter's service loader, so that test classes do not drag
 * it into the container.
 */
public final class KarafExtension implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runInKaraf(test, method, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runInKaraf(test, method, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> before, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        leaveToKaraf(before, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> after, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        leaveToKaraf(after, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> before, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (isKarafTest(context)) {
            throw new IllegalStateException(
                    "Karaf runs each test by itself: use @BeforeEach instead of " + method.getExecutable());
        }
        before.proceed();
    }

    private static void runInKaraf(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (!isKarafTest(context)) {
            test.proceed();
            return;
        }
        test.skip();
        var expected = method.getExecutable().getAnnotation(ExpectedLog.class);
        container(context).run(context.getUniqueId(), expected == null ? new String[0] : expected.value());
    }

    private static void leaveToKaraf(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        if (isKarafTest(context)) {
            invocation.skip();
        } else {
            invocation.proceed();
        }
    }

    private static boolean isKarafTest(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestClass(), KarafTest.class);
    }

    /** One for all classes that ask for the same; the root context closes it after the last test. */
    private static KarafContainer container(ExtensionContext context) {
        var testClass = context.getRequiredTestClass();
        var setup = KarafSetup.of(
                AnnotationSupport.findAnnotation(testClass, KarafTest.class).orElseThrow());
        return context.getRoot()
                .getStore(Namespace.create(KarafExtension.class))
                .getOrComputeIfAbsent(setup, wanted -> KarafContainer.start(wanted, testClass), KarafContainer.class);
    }
}
