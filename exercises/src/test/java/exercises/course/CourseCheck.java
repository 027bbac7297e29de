package exercises.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import exercises.wrong.Caught;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Checks the course itself, as it is handed out: every exercise can be solved, every empty one fails with its own sentence, every
 * common mistake is caught with the sentence that names it, and every exercise has its page. Run by {@code make exercises}.
 */
class CourseCheck {

    private static final List<String> EXERCISES = List.of(
            "Layer",
            "Quantizer",
            "Roll",
            "GaussianCode",
            "FreeBits",
            "Slerp",
            "AttributeDirection",
            "Sparsity",
            "Cascade",
            "ContrastiveDivergence",
            "Neighbours",
            "PowerIteration");

    private record Failure(String test, Throwable thrown) {}

    private record Run(int succeeded, List<Failure> failures) {}

    @TestFactory
    Stream<DynamicNode> solutions() {
        return EXERCISES.stream()
                .map(exercise -> dynamicTest(exercise, () -> {
                    Run run = run(exercise, Subject.SOLUTION);
                    run.failures().forEach(failure -> {
                        throw new AssertionError(
                                "%s.%s fails with the solution".formatted(exercise, failure.test()), failure.thrown());
                    });
                    assertTrue(run.succeeded() > 0, exercise + " has no test");
                }));
    }

    @TestFactory
    Stream<DynamicNode> emptyOnes() {
        return EXERCISES.stream()
                .map(exercise -> dynamicTest(exercise, () -> {
                    Run run = run(exercise, Subject.OWN);
                    assertEquals(
                            0,
                            run.succeeded(),
                            "%s is not empty, or one of its tests cannot fail; this checks the exercises as they are handed out"
                                    .formatted(exercise));
                    run.failures()
                            .forEach(failure -> assertTrue(
                                    failure.thrown() instanceof UnsupportedOperationException
                                            && failure.thrown()
                                                    .getMessage()
                                                    .matches(exercise + "\\.\\w+ is yours to write: .+\\."),
                                    "%s.%s says of an empty class: %s"
                                            .formatted(exercise, failure.test(), failure.thrown())));
                }));
    }

    @TestFactory
    Stream<DynamicNode> mistakes() {
        return EXERCISES.stream().map(exercise -> dynamicContainer(exercise, mistakesOf(exercise)));
    }

    private static Stream<DynamicNode> mistakesOf(String exercise) {
        Class<?>[] mistakes =
                classOf("exercises.wrong.%sMistakes".formatted(exercise)).getDeclaredClasses();
        return Stream.of(mistakes)
                .map(mistake -> dynamicTest(mistake.getSimpleName(), () -> {
                    Caught caught = mistake.getAnnotation(Caught.class);
                    List<Failure> failures = run(exercise, mistake.getName(), TagFilter.excludeTags("data"))
                            .failures();
                    assertFalse(failures.isEmpty(), "no test fails");
                    List<String> sentences = failures.stream()
                            .map(failure -> String.valueOf(failure.thrown().getMessage()))
                            .toList();
                    assertTrue(
                            sentences.stream().anyMatch(sentence -> sentence.contains(caught.value())),
                            "no test says \"%s\", but: %s".formatted(caught.value(), String.join(" | ", sentences)));
                }));
    }

    @TestFactory
    Stream<DynamicNode> pages() {
        return EXERCISES.stream()
                .map(exercise -> dynamicTest(exercise, () -> {
                    String page = page(EXERCISES.indexOf(exercise) + 1);
                    for (String needed : List.of("-Dtest=%sTest".formatted(exercise), "## Why", "## What", "Slide")) {
                        assertTrue(page.contains(needed), "the page does not say " + needed);
                    }
                }));
    }

    private static String page(int number) throws IOException {
        String beginning = "%02d-".formatted(number);
        try (Stream<Path> files = Files.list(Path.of(""))) {
            Path page = files.filter(file -> file.getFileName().toString().startsWith(beginning)
                            && file.toString().endsWith(".md"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no page " + beginning + "NAME.md"));
            return Files.readString(page);
        }
    }

    private static Run run(String exercise, String subject, Filter<?>... filters) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(classOf("exercises.%sTest".formatted(exercise))))
                .configurationParameter(Subject.PROPERTY, subject)
                .filters(filters)
                .build();
        List<Failure> failures = new ArrayList<>();
        int[] succeeded = {0};
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failures.add(new Failure(
                            test.getDisplayName(), result.getThrowable().orElseThrow()));
                } else if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                    succeeded[0]++;
                }
            }
        });
        return new Run(succeeded[0], List.copyOf(failures));
    }

    private static Class<?> classOf(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("there is no class " + name, missing);
        }
    }
}
