package diabolo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every package opens with an example, and it compiles outside of the package. */
final class PackageExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* \\}</pre>", Pattern.DOTALL);

    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+");

    /** Of a package; its own types come before those of that name elsewhere. */
    private record Example(String packageName, Set<String> ownTypes, String code) {

        static Example of(Path packageInfo) {
            try {
                String text = Files.readString(packageInfo, UTF_8);
                String name = text.lines()
                        .filter(line -> line.startsWith("package "))
                        .map(line -> line.substring("package ".length(), line.length() - 1))
                        .findFirst()
                        .orElseThrow();
                Matcher example = EXAMPLE.matcher(text);
                assertThat(example.find()).as("%s has an example", name).isTrue();
                String code = example.group(1).replaceAll("(?m)^ \\* ?", "");
                Set<String> own = TYPE.matcher(code)
                        .results()
                        .map(MatchResult::group)
                        .filter(type -> Files.exists(packageInfo.resolveSibling(type + ".java")))
                        .collect(Collectors.toSet());
                return new Example(name, own, code);
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        }

        JavaFileObject source(Set<String> packages) {
            String name = "Example_" + packageName.replace('.', '_');
            String imports = Stream.concat(
                            packages.stream().map(other -> other + ".*"),
                            ownTypes.stream().map(type -> packageName + "." + type))
                    .map("import %s;%n"::formatted)
                    .collect(Collectors.joining());
            String text = imports
                    + "import java.io.*; import java.nio.file.*; import java.util.*;%nfinal class %s { void run() throws Exception {%n%s%n}}%n"
                            .formatted(name, code);
            return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return text;
                }
            };
        }
    }

    private static List<Path> packageInfos() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("music", "autoencoder", "cli")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.endsWith("package-info.java")).forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void everyExampleOfAPackageCompiles(@TempDir Path folder) throws IOException {
        List<Example> examples = packageInfos().stream().map(Example::of).toList();
        Set<String> packages =
                examples.stream().map(Example::packageName).collect(Collectors.toCollection(TreeSet::new));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();

        boolean compiles = compiler.getTask(
                        complaints,
                        null,
                        null,
                        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"),
                        null,
                        examples.stream()
                                .map(example -> example.source(packages))
                                .toList())
                .call();

        assertThat(compiles).as(complaints.toString()).isTrue();
        assertThat(examples).hasSizeGreaterThan(25);
    }
}
