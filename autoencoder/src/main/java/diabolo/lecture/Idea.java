package diabolo.lecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An idea of the lecture, with a question to guess first and the experiments that show it.
 *
 * @param claim what the idea is, in a few sentences
 * @param experiments names in {@link Lecture}
 * @param exercises pages of the folder {@code exercises}, without their ending
 */
record Idea(
        String title,
        String claim,
        String question,
        String answer,
        List<String> experiments,
        @Nullable List<String> exercises) {

    private static final String RESOURCE = "ideas.yaml";

    /** In the lecture's order. */
    static List<Idea> all() {
        try (@Nullable InputStream in = Idea.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return YAMLMapper.builder().build().readValue(in, new TypeReference<List<Idea>>() {});
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public List<String> exercises() {
        return exercises == null ? List.of() : exercises;
    }
}
