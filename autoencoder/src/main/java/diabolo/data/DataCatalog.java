package diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The data sets that experiments use.
 *
 * <pre>{@code
 * DataSet rags = DataCatalog.find("ragtime-mutopia");
 * rags.licence(); // "public domain"
 * }</pre>
 */
public final class DataCatalog {

    private DataCatalog() {}

    /** Read when first asked for. */
    private static final class Read {
        private static final List<DataSet> ALL = parse(resource("catalog.yaml"));
    }

    public static List<DataSet> all() {
        return Read.ALL;
    }

    public static List<String> names() {
        return Read.ALL.stream().map(DataSet::name).toList();
    }

    /**
     * A data set by its name.
     *
     * @throws IOException if there is none of that name
     */
    public static DataSet find(String name) throws IOException {
        return Read.ALL.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("There is no data set called %s; choose one of %s."
                        .formatted(name, String.join(", ", names()))));
    }

    private static List<DataSet> parse(String yaml) {
        List<DataSet> sets = new ArrayList<>();
        for (JsonNode described : new YAMLMapper().readTree(yaml)) {
            String name = described.path("name").asString();
            sets.add(new DataSet(
                    name,
                    described.path("what").asString(),
                    described.path("licence").asString(),
                    described.path("citation").asString(),
                    strings(described.path("experiments")),
                    described.path("note").asString(""),
                    sources(described.path("sources")),
                    table(described.path("table")),
                    Set.copyOf(strings(described.path("optional"))),
                    resource(name + ".files").lines().map(DataFile::parse).toList()));
        }
        return List.copyOf(sets);
    }

    private static List<Source> sources(JsonNode described) {
        List<Source> sources = new ArrayList<>();
        for (JsonNode source : described) {
            sources.add(
                    source.has("archive")
                            ? new Source.Archive(
                                    URI.create(source.path("archive").asString()))
                            : new Source.Folder(
                                    URI.create(source.path("files").asString()),
                                    source.path("of").asString("")));
        }
        return sources;
    }

    private static Optional<TableExcerpt> table(JsonNode described) {
        return described.isMissingNode()
                ? Optional.empty()
                : Optional.of(new TableExcerpt(
                        described.path("file").asString(),
                        described.path("without").asString(),
                        described.path("where").asString(),
                        described.path("isNot").asString()));
    }

    private static List<String> strings(JsonNode described) {
        List<String> strings = new ArrayList<>();
        described.forEach(one -> strings.add(one.asString()));
        return strings;
    }

    private static String resource(String name) {
        try (@Nullable InputStream in = DataCatalog.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the catalog lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
