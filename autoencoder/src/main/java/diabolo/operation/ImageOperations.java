package diabolo.operation;

import diabolo.latent.CodeOperations;
import diabolo.latent.ImageSpace;
import diabolo.latent.Interpolation;
import diabolo.latent.NamedRecipe;
import diabolo.latent.Recipe;
import diabolo.latent.SamplingSettings;
import diabolo.note.OutOfRangeException;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Operations on the codes of images; see {@link Operation#on(ImageSpace)}. */
final class ImageOperations {

    static final String GENERATE = "generate";
    static final String GRID = "grid";
    private static final int MOST_ON_SHEET = 10_000;

    private final ImageSpace space;

    ImageOperations(ImageSpace space) {
        this.space = space;
    }

    Outcome outcome(Operation operation) {
        return switch (operation) {
            case Generate generate -> generated(generate);
            case Reconstruct(Source piece, Decoding decoding) -> reconstructed(piece, decoding);
            case Average(List<Source> pieces, Decoding decoding) ->
                new Named(pieces.getFirst(), "average", Map.of("files", NamedRecipes.inWords(pieces)), decoding)
                        .one(CodeOperations.average(encodeAlike(pieces)));
            case Interpolate(Source from, Source to, int count, Interpolation interpolation, Decoding decoding) -> {
                List<Source> ends = List.of(from, to);
                List<float[][]> codes = encodeAlike(ends);
                yield new Named(from, "interpolate", Interpolate.details(ends, interpolation), decoding)
                        .path(CodeOperations.interpolate(codes.getFirst(), codes.getLast(), count, interpolation));
            }
            case Grid(List<Source> corners, int side, Interpolation interpolation, Decoding decoding) ->
                new Named(corners.getFirst(), GRID, Interpolate.details(corners, interpolation), decoding)
                        .path(CodeOperations.grid(encodeAlike(corners), side, interpolation).stream()
                                .flatMap(List::stream)
                                .toList());
            case PathThrough(List<Source> pieces, int count, Interpolation interpolation, Decoding decoding) ->
                new Named(pieces.getFirst(), "path", Interpolate.details(pieces, interpolation), decoding)
                        .path(CodeOperations.path(encodeAlike(pieces), count, interpolation));
            case Translate translate ->
                new Named(translate.piece(), "translate", translate.details(), translate.decoding())
                        .one(CodeOperations.translate(
                                encode(translate.piece()),
                                encode(translate.from()),
                                encode(translate.to()),
                                translate.strength()));
            case Vary vary ->
                new Named(vary.piece(), "vary", Vary.details(vary.piece(), vary.distance()), vary.decoding())
                        .numbered(vary.neighbours(encode(vary.piece())));
            case Walk(Source piece, double distance, int count, Decoding decoding) ->
                new Named(piece, "walk", Vary.details(piece, distance), decoding)
                        .path(CodeOperations.walk(encode(piece), distance, count, RandomSource.of(decoding.seed())));
            case Decode(List<Source.Codes> pieces, Decoding decoding) ->
                new Named(
                                pieces.getFirst(),
                                "decode",
                                Map.of("latent", pieces.getFirst().name()),
                                decoding)
                        .numbered(pieces.stream().map(this::encode).toList());
            case Blend _,
                    MoveAlong _,
                    SetAttributes _,
                    Combine _,
                    Refine _,
                    Continue _,
                    Fill _,
                    Constrain _,
                    Harmonize _ -> throw space.description().notOfMusic();
        };
    }

    private Outcome generated(Generate generate) {
        if (generate.bars().isPresent()) {
            throw new OutOfRangeException(
                    "bars",
                    "is for models of music, and %s is one of %s; leave it out"
                            .formatted(
                                    space.description().name(),
                                    space.description().format().title()));
        }
        if (generate.threshold().isPresent()) {
            throw new OutOfRangeException(
                    "threshold",
                    "is for models of piano rolls, and %s is one of %s; leave it out"
                            .formatted(
                                    space.description().name(),
                                    space.description().format().title()));
        }
        for (String asked : List.of("style", "ending")) {
            if ((asked.equals("style") ? generate.style() : generate.ending()).isPresent()) {
                throw new OutOfRangeException(
                        asked,
                        "is for models of grooves, and %s is one of %s; choose drums-2bar"
                                .formatted(
                                        space.description().name(),
                                        space.description().format().title()));
            }
        }
        SamplingSettings settings = generate.settings(space.model());
        List<NamedRecipe> images = new ArrayList<>(IntStream.range(0, generate.count())
                .mapToObj(i -> new NamedRecipe("image-%04d".formatted(i + 1), space.sample(settings, i)))
                .toList());
        if (images.size() > 1 && images.size() <= MOST_ON_SHEET) {
            images.add(new NamedRecipe(
                    "image-whole",
                    Recipe.inARow(images.stream().map(NamedRecipe::recipe).toList())));
        }
        return new Outcome(images, List.of());
    }

    private Outcome reconstructed(Source source, Decoding decoding) {
        Outcome outcome = new Named(source, "reconstruct", Map.of("file", source.name()), decoding).one(encode(source));
        return switch (source) {
            case Source.Picture(String name, var original) ->
                new Outcome(
                        outcome.pieces(),
                        List.of(new Remark.ImageCameBack(
                                name,
                                original,
                                space.reconstruct(List.of(original)).getFirst())));
            case Source.Codes _, Source.Music _ -> outcome;
        };
    }

    private float[][] encode(Source source) {
        return switch (source) {
            case Source.Picture picture -> space.encode(List.of(picture.image()));
            case Source.Codes known -> {
                known.requireOf(space.model());
                yield known.codes();
            }
            case Source.Music _ -> throw space.description().notOfMusic();
        };
    }

    private List<float[][]> encodeAlike(List<Source> sources) {
        return EqualLengths.ofCodes(sources, sources.stream().map(this::encode).toList());
    }

    /** Recipes named after a source and what was done with it. */
    private final class Named {
        private final String name;
        private final String operation;
        private final Map<String, String> details;
        private final Decoding decoding;

        Named(Source first, String operation, Map<String, String> details, Decoding decoding) {
            this.name = nameOf(first.name(), operation);
            this.operation = operation;
            this.details = details;
            this.decoding = decoding;
        }

        Outcome one(float[][] codes) {
            return new Outcome(List.of(recipe(name, codes, 0)), List.of());
        }

        Outcome numbered(List<float[][]> codes) {
            return new Outcome(each(codes), List.of());
        }

        /** Each point, and the whole path as one picture. */
        Outcome path(List<float[][]> points) {
            List<NamedRecipe> recipes = new ArrayList<>(each(points));
            float[][] all = points.stream().flatMap(Stream::of).toArray(float[][]::new);
            recipes.add(recipe(name + "-whole", all, points.size()));
            return new Outcome(recipes, List.of());
        }

        private List<NamedRecipe> each(List<float[][]> codes) {
            return IntStream.range(0, codes.size())
                    .mapToObj(i -> recipe("%s-%04d".formatted(name, i + 1), codes.get(i), i))
                    .toList();
        }

        private NamedRecipe recipe(String called, float[][] codes, int number) {
            Recipe recipe = space.recipe(operation, codes)
                    .withDetails(details)
                    .withTitle(called)
                    .with(decoding.chance(number));
            return new NamedRecipe(called, recipe);
        }
    }

    /** Named like pieces of music, with the number of an image in its file. */
    private static String nameOf(String source, String operation) {
        int mark = source.lastIndexOf('#');
        Optional<String> number = mark > 0 ? Optional.of(source.substring(mark + 1)) : Optional.empty();
        return number.map(some -> NamedRecipes.name(source.substring(0, mark), some + "-" + operation))
                .orElseGet(() -> NamedRecipes.name(source, operation));
    }
}
