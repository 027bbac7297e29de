package diabolo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/**
 * The finer arrows of docs/architecture.md; Maven holds the coarse ones. Here, because this module sees all that ships.
 *
 * <p>A rule about a package that does not exist yet passes, and bites as soon as it does.
 */
@NullMarked
@AnalyzeClasses(packages = "diabolo", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String[] ON_TENSORS = {
        "diabolo.tensor..",
        "diabolo.nn..",
        "diabolo.model..",
        "diabolo.training..",
        "diabolo.sparse..",
        "diabolo.visualization.."
    };
    private static final String[] AUTOENCODER = {
        "diabolo.tensor..",
        "diabolo.nn..",
        "diabolo.model..",
        "diabolo.training..",
        "diabolo.latent..",
        "diabolo.search..",
        "diabolo.attribute..",
        "diabolo.operation..",
        "diabolo.output..",
        "diabolo.harmony..",
        "diabolo.chorale..",
        "diabolo.inpainting..",
        "diabolo.ragtime..",
        "diabolo.projection..",
        "diabolo.sparse..",
        "diabolo.visualization..",
        "diabolo.evaluation..",
        "diabolo.report..",
        "diabolo.listening..",
        "diabolo.experiment..",
        "diabolo.lecture..",
        "diabolo.data..",
        "diabolo.magenta.."
    };
    private static final String STUDIO = "diabolo.studio..";
    private static final String CLI = "diabolo.cli..";

    private static final DescribedPredicate<JavaClass> MUSIC = resideInAPackage("diabolo..")
            .and(DescribedPredicate.not(resideInAnyPackage(AUTOENCODER)))
            .and(DescribedPredicate.not(resideInAnyPackage(STUDIO, CLI)))
            .as("are of music");

    @ArchTest
    static final ArchRule musicKnowsNeitherAutoencodersNorTheirUsers = noClasses()
            .that(MUSIC)
            .should()
            .dependOnClassesThat(resideInAnyPackage(AUTOENCODER).or(resideInAnyPackage(STUDIO, CLI)));

    @ArchTest
    static final ArchRule musicDependsOnTheJdkAlone = noClasses()
            .that(MUSIC)
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "diabolo..",
                    "java..",
                    "javax..",
                    "com.sun.media.sound..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule autoencodersDoNotKnowTheirUsers = noClasses()
            .that()
            .resideInAnyPackage(AUTOENCODER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STUDIO, CLI)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theStudioDoesNotKnowTheCommandLine = noClasses()
            .that()
            .resideInAPackage(STUDIO)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule trainingDoesNotKnowEvaluation = noClasses()
            .that()
            .resideInAPackage("diabolo.training..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("diabolo.evaluation..")
            .allowEmptyShould(true);

    /** Points are arrays: a projection is of anything. */
    @ArchTest
    static final ArchRule projectionsKnowNothingOfMusicOrNetworks = noClasses()
            .that()
            .resideInAPackage("diabolo.projection..")
            .should()
            .dependOnClassesThat(resideInAPackage("diabolo..")
                    .and(DescribedPredicate.not(resideInAnyPackage("diabolo.projection..", "diabolo.tensor..")))
                    .and(DescribedPredicate.not(simpleName("Checks"))));

    /** So that no command that projects nothing loads it. */
    @ArchTest
    static final ArchRule onlyProjectionsSpeakToEjml = noClasses()
            .that()
            .resideOutsideOfPackage("diabolo.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ejml..");

    @ArchTest
    static final ArchRule verbsThatMakePiecesSpeakOfOperations = noClasses()
            .that()
            .areAssignableTo("diabolo.cli.OperationVerb")
            .should()
            .dependOnClassesThat(resideInAnyPackage("diabolo.search..", "diabolo.attribute..")
                    .and(DescribedPredicate.not(simpleName("Settings"))));

    @ArchTest
    static final ArchRule onlyAFewPackagesSpeakToLibtorch = noClasses()
            .that()
            .resideOutsideOfPackages(ON_TENSORS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    /** A {@code var} or a chained call needs no import. */
    @ArchTest
    static final ArchRule noTensorIsHandledElsewhereWithoutBeingNamed =
            noClasses().that().resideOutsideOfPackages(ON_TENSORS).should().callMethodWhere(passesTensors());

    @ArchTest
    static final ArchRule nativeMemoryIsOwnedThereToo = noClasses()
            .that()
            .resideOutsideOfPackages(ON_TENSORS)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("diabolo.tensor.TensorScope");

    /** Who builds a network, trains it or measures a family of its own knows which it is; nobody else asks. */
    @ArchTest
    static final ArchRule fewKnowTheFamiliesOfModels = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "diabolo.model..",
                    "diabolo.training..",
                    "diabolo.magenta..",
                    "diabolo.report..",
                    "diabolo.experiment..",
                    "diabolo.visualization..",
                    "diabolo.lecture..")
            .should()
            .dependOnClassesThat(resideInAPackage("diabolo.model..")
                    .and(simpleNameStartingWith("Dense")
                            .or(simpleNameStartingWith("Convolutional"))
                            .or(simpleNameStartingWith("Recurrent"))));

    /** Larger ones cannot be read in one sitting. */
    @ArchTest
    static void packagesHaveAtMost45Files(JavaClasses classes) {
        Map<String, Long> files = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(files)
                .isNotEmpty()
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(45));
    }

    /** Few, and each a thing that cannot be read in parts: music on a grid, a representation and its lines, a network, a bar. */
    private static final Set<Set<String>> KNOTS = Set.of(
            Set.of("Quantization", "QuantizedNote", "QuantizedPart", "QuantizedSequence", "RhythmGrid"),
            Set.of("BarGrid", "Line", "LineTokens", "PianoRollEncoding", "Representation"),
            Set.of(
                    "Autoencoder",
                    "CellAutoencoder",
                    "Classifier",
                    "Denoiser",
                    "Inpainter",
                    "RecurrentAutoencoder",
                    "TrainableAutoencoder",
                    "TrainableNetwork"),
            Set.of("AttributesParser", "BarDirections", "BarParser", "PartParser"));

    /** In a knot every class needs every other; a sealed type counts as one class with its variants. */
    @ArchTest
    static void packagesHaveNoKnotsOfMoreThanThreeClasses(JavaClasses classes) {
        Map<String, Set<String>> needs = new HashMap<>();
        for (JavaClass type : classes) {
            String family = family(type);
            Set<String> needed = needs.computeIfAbsent(family, _ -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().equals(type.getPackageName()))
                    .map(ArchitectureTest::family)
                    .filter(other -> !other.equals(family))
                    .forEach(needed::add);
        }
        Set<Set<String>> large = knots(needs).stream()
                .filter(knot -> knot.size() > 3)
                .map(knot -> knot.stream()
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        assertThat(large).isEqualTo(KNOTS);
    }

    /** The outermost class, or the sealed type of its package that it is a variant of. */
    private static String family(JavaClass type) {
        JavaClass outer =
                type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
        return outer.getAllRawInterfaces().stream()
                .filter(above -> above.getPackageName().equals(outer.getPackageName()))
                .filter(above -> above.reflect().isSealed())
                .map(JavaClass::getName)
                .min(Comparator.naturalOrder())
                .orElse(outer.getName());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    /** The sets of those that reach each other. */
    private static Set<Set<String>> knots(Map<String, Set<String>> needs) {
        Map<String, Set<String>> reached =
                needs.keySet().stream().collect(Collectors.toMap(name -> name, name -> reach(name, needs)));
        return reached.entrySet().stream()
                .map(from -> from.getValue().stream()
                        .filter(other -> reached.getOrDefault(other, Set.of()).contains(from.getKey()))
                        .collect(Collectors.toSet()))
                .filter(knot -> knot.size() > 1)
                .collect(Collectors.toSet());
    }

    private static Set<String> reach(String name, Map<String, Set<String>> needs) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(needs.getOrDefault(name, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                open.addAll(needs.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("diabolo.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule onlyTheCommandLineExits = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule onlyTheCommandLineConfiguresLogging = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ch.qos.logback..");

    private static DescribedPredicate<JavaMethodCall> passesTensors() {
        return describe("hand over a tensor", call -> call.getTarget()
                .resolveMember()
                .map(ArchitectureTest::namesTensors)
                .orElse(false));
    }

    private static boolean namesTensors(JavaCodeUnit called) {
        return called.getRawReturnType().getPackageName().startsWith("org.bytedeco")
                || called.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getPackageName().startsWith("org.bytedeco"));
    }
}
