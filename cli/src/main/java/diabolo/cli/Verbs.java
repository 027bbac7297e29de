package diabolo.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The verbs, in the order of the help. */
final class Verbs {

    private static final List<Map.Entry<String, Class<?>>> ALL = List.of(
            Map.entry("generate", GenerateVerb.class),
            Map.entry("harmonize", HarmonizeVerb.class),
            Map.entry("constrain", SearchVerbs.ConstrainVerb.class),
            Map.entry("reconstruct", PieceVerbs.ReconstructVerb.class),
            Map.entry("interpolate", InterpolateVerb.class),
            Map.entry("average", PieceVerbs.AverageVerb.class),
            Map.entry("translate", PieceVerbs.TranslateVerb.class),
            Map.entry("vary", PieceVerbs.VaryVerb.class),
            Map.entry("walk", PieceVerbs.WalkVerb.class),
            Map.entry("path", PieceVerbs.PathThroughVerb.class),
            Map.entry("refine", PieceVerbs.RefineVerb.class),
            Map.entry("continue", SearchVerbs.ContinueVerb.class),
            Map.entry("fill", SearchVerbs.FillVerb.class),
            Map.entry("combine", SearchVerbs.CombineVerb.class),
            Map.entry("attribute", AttributeVerb.class),
            Map.entry("encode", EncodeVerb.class),
            Map.entry("decode", PieceVerbs.DecodeVerb.class),
            Map.entry("inspect", FileVerbs.InspectVerb.class),
            Map.entry("corpus", CorpusVerb.class),
            Map.entry("train", TrainingVerbs.TrainVerb.class),
            Map.entry("evaluate", TrainingVerbs.EvaluateVerb.class),
            Map.entry("listening-test", ListeningTestVerb.class),
            Map.entry("experiment", ExperimentVerb.class),
            Map.entry("lecture", LectureVerb.class),
            Map.entry("data", DataVerb.class),
            Map.entry("render", FileVerbs.RenderVerb.class),
            Map.entry("model", ModelVerb.class),
            Map.entry("replay", Replay.class));

    private Verbs() {}

    /**
     * Adds the verbs that a command line can need: the one that it names, none for the version, and else all. Describing all of them to
     * picocli takes longer than the work of a short command.
     */
    static CommandLine addedTo(CommandLine commandLine, String... arguments) {
        List<String> given = List.of(arguments);
        if (!given.equals(List.of("--version")) && !given.equals(List.of("-V"))) {
            neededBy(given).forEach(verb -> commandLine.addSubcommand(verb.getKey(), verb.getValue()));
        }
        return commandLine;
    }

    private static List<Map.Entry<String, Class<?>>> neededBy(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .flatMap(name ->
                        ALL.stream().filter(verb -> verb.getKey().equals(name)).findFirst())
                .map(List::of)
                .orElse(ALL);
    }
}
