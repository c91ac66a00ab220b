package org.careunit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;

class HiddenPromptTest {

    @Test
    void whatIsWrittenIsRead() {
        assertThat(HiddenPrompt.read(answering(() -> "hidden"), "Password")).isEqualTo("hidden");
    }

    /** As by ssh with a command: shells say so in several ways. */
    @Test
    void withoutATerminalItSaysWhatToDo() {
        refuses(answering(() -> {
            throw new IOException("Stream closed");
        }));
        refuses(answering(() -> {
            throw new UnsupportedOperationException();
        }));
        refuses(answering(() -> {
            throw new IllegalStateException("no reader");
        }));
    }

    @Test
    void nothingIsNoAnswer() {
        refuses(answering(() -> null));
        refuses(answering(() -> " "));
    }

    private static void refuses(Session console) {
        assertThatThrownBy(() -> HiddenPrompt.read(console, "Password"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Password")
                .hasMessageContaining("log in by ssh first");
    }

    /** A session whose only ability is to ask unseen. */
    private static Session answering(Callable<String> line) {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (session, method, values) -> {
                    assertThat(method.getName()).isEqualTo("readLine");
                    assertThat(values[1]).isEqualTo('*');
                    return line.call();
                });
    }
}
