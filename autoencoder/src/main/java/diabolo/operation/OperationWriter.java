package diabolo.operation;

import diabolo.latent.Interpolation;
import diabolo.search.ConstrainedSearch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the fields of operations; {@link OperationReader} reads them. */
final class OperationWriter {

    private OperationWriter() {}

    static void write(Operation operation, ObjectNode json) {
        switch (operation) {
            case Generate generate -> {
                json.put("operation", "generate").put("count", generate.count()).put("seed", generate.seed());
                generate.prior().ifPresent(prior -> json.put("prior", prior.name()));
                generate.temperature().ifPresent(temperature -> json.put("temperature", temperature));
                generate.threshold().ifPresent(threshold -> json.put("threshold", threshold));
            }
            case Reconstruct reconstruct -> {
                write(reconstruct.piece(), json.put("operation", "reconstruct").putObject("piece"));
                write(reconstruct.decoding(), json);
            }
            case Average average -> {
                write(average.pieces(), json.put("operation", "average").putArray("pieces"));
                write(average.decoding(), json);
            }
            case Interpolate interpolate -> {
                write(interpolate.from(), json.put("operation", "interpolate").putObject("from"));
                write(interpolate.to(), json.putObject("to"));
                json.put("count", interpolate.count()).put("interpolation", name(interpolate.interpolation()));
                write(interpolate.decoding(), json);
            }
            case Blend blend -> {
                write(blend.from(), json.put("operation", "blend").putObject("from"));
                write(blend.to(), json.putObject("to"));
                write(blend.decoding(), json.put("count", blend.count()));
            }
            case Grid grid -> {
                write(grid.corners(), json.put("operation", "grid").putArray("corners"));
                json.put("side", grid.side()).put("interpolation", name(grid.interpolation()));
                write(grid.decoding(), json);
            }
            case PathThrough path -> {
                write(path.pieces(), json.put("operation", "path").putArray("pieces"));
                json.put("count", path.count()).put("interpolation", name(path.interpolation()));
                write(path.decoding(), json);
            }
            case Translate translate -> {
                write(translate.piece(), json.put("operation", "translate").putObject("piece"));
                write(translate.from(), json.putObject("from"));
                write(translate.to(), json.putObject("to"));
                write(translate.decoding(), json.put("strength", translate.strength()));
            }
            case Vary vary -> {
                write(vary.piece(), json.put("operation", "vary").putObject("piece"));
                json.put("distance", vary.distance()).put("count", vary.count());
                write(vary.decoding(), json);
            }
            case Walk walk -> {
                write(walk.piece(), json.put("operation", "walk").putObject("piece"));
                json.put("distance", walk.distance()).put("count", walk.count());
                write(walk.decoding(), json);
            }
            case MoveAlong move -> {
                write(move.piece(), json.put("operation", "move-along").putObject("piece"));
                json.put("attribute", move.attribute().name()).put("strength", move.strength());
                write(move.decoding(), json);
            }
            case Refine refine -> {
                write(refine.piece(), json.put("operation", "refine").putObject("piece"));
                write(refine.decoding(), json.put("iterations", refine.iterations()));
            }
            case Continue onward -> write(onward, json);
            case Constrain constrain -> write(constrain, json);
            case Harmonize harmonize -> write(harmonize, json);
            case Decode decode -> {
                write(decode.pieces(), json.put("operation", "decode").putArray("pieces"));
                write(decode.decoding(), json);
            }
        }
    }

    private static void write(Continue onward, ObjectNode json) {
        write(onward.piece(), json.put("operation", "continue").putObject("piece"));
        json.put("count", onward.count())
                .put("windows", onward.search().windows())
                .put("tries", onward.search().tries())
                .put("rounds", onward.search().rounds());
        write(onward.decoding(), json);
    }

    private static void write(Constrain constrain, ObjectNode json) {
        Constrain.Constraints constraints = constrain.constraints();
        json.put("operation", "constrain");
        write("notes", constraints.notes(), json);
        write("without", constraints.without(), json);
        write("melody", constraints.melody(), json);
        constraints.key().ifPresent(key -> json.put("key", key));
        constraints.density().ifPresent(density -> json.put("density", density));
        json.put("count", constrain.count())
                .put("draws", constrain.search().draws())
                .put("rounds", constrain.search().rounds())
                .put("updates", constrain.search().updates())
                .put("correct", constrain.search().finish() == ConstrainedSearch.Finish.CORRECTED);
        write(constrain.decoding(), json);
    }

    private static void write(Harmonize harmonize, ObjectNode json) {
        write(harmonize.melody(), json.put("operation", "harmonize").putObject("melody"));
        json.put("updates", harmonize.search().updates())
                .put("starts", harmonize.search().starts())
                .put("learningRate", harmonize.search().learningRate());
        write(harmonize.decoding(), json);
    }

    private static void write(String name, Optional<Source.Music> music, ObjectNode json) {
        music.ifPresent(some -> write(some, json.putObject(name)));
    }

    private static void write(List<? extends Source> sources, ArrayNode json) {
        sources.forEach(source -> write(source, json.addObject()));
    }

    private static void write(Source source, ObjectNode json) {
        switch (source) {
            case Source.Music music -> {
                json.put("file", music.name());
                music.bars().ifPresent(bars -> json.put("bars", bars.toString()));
            }
            case Source.Picture picture -> json.put("file", picture.name());
            case Source.Codes known -> {
                json.put("name", known.name());
                known.modelHash().ifPresent(hash -> json.put("modelHash", hash));
                CodesJson.write(known.header(), json);
                CodesJson.write(known.codes(), json.putArray("codes"));
            }
        }
    }

    private static void write(Decoding decoding, ObjectNode json) {
        json.put("seed", decoding.seed())
                .put("temperature", decoding.temperature())
                .put("threshold", decoding.threshold());
    }

    private static String name(Interpolation interpolation) {
        return interpolation.name().toLowerCase(Locale.ROOT);
    }
}
