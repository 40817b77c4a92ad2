package vn.haiphong.hotline1022;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The diagrams as they lie in the project, not as they were deployed. */
final class Models {

    private static final Path FOLDER = Path.of("bpmn");

    private Models() {}

    static List<Model> all() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(Model::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
