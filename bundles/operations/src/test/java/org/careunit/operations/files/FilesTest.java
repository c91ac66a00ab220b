package org.careunit.operations.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/random", "/", "/nowhere/at/all"})
    void readsRegularFilesAlone(String path) {
        assertThatThrownBy(() -> BoundedFile.read(Path.of(path), 1000)).isInstanceOf(IOException.class);
    }

    @Test
    void readsUpToABound() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "12345");

        assertThat(BoundedFile.read(file, 5)).hasSize(5);
        assertThatThrownBy(() -> BoundedFile.read(file, 4)).hasMessageContaining("more than 4 bytes");
    }

    @Test
    void makesFilesForTheirOwnerAlone() throws IOException {
        Path below = folder.resolve("a/b");
        PrivateFiles.createDirectories(below);
        PrivateFiles.write(below.resolve("new"), "text å");

        assertThat(permissions(below)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(permissions(below.resolve("new"))).isEqualTo("rw-------");
        assertThat(below.resolve("new")).hasContent("text å");
        assertThatThrownBy(() -> PrivateFiles.write(below.resolve("new"), "x"))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void restrictsWhatIsThereAlready() throws IOException {
        Path old = Files.createDirectories(folder.resolve("old/deep"));
        Path file = Files.writeString(old.resolve("f"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateFiles.restrict(folder.resolve("old"));

        assertThat(permissions(old)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void leavesAFoldersRightsToOthersWhereAFileOfOursLies() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));

        PrivateFiles.createDirectoryOf(shared.resolve("secrets"));
        PrivateFiles.createDirectoryOf(shared.resolve("ours/deep/secrets"));

        assertThat(permissions(shared)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(shared.resolve("ours"))).isEqualTo("rwx------");
        assertThat(permissions(shared.resolve("ours/deep"))).isEqualTo("rwx------");
    }

    @Test
    void whatIsHandedOverIsForTheGroupAndNotForAll() throws IOException {
        Path file = folder.resolve("package.zip");
        PrivateFiles.createForGroup(file);

        assertThat(permissions(file)).isEqualTo("rw-r-----");
        assertThatThrownBy(() -> PrivateFiles.createForGroup(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
