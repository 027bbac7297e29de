package diabolo.operation;

import diabolo.latent.ImageSpace;
import diabolo.latent.LatentSpace;
import diabolo.latent.PieceHeader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Encodes pieces, one code for each window. Not an {@link Operation}, since it makes no pieces.
 *
 * <pre>{@code
 * List<CodeEntry> codes = new Encode(List.of(Source.of(rag))).on(space).codes();
 * }</pre>
 */
public record Encode(List<Source.Music> pieces) {

    /** The codes in order, and remarks. */
    public record Encoded(List<CodeEntry> codes, List<Remark> remarks) {
        public Encoded {
            codes = List.copyOf(codes);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The code of a picture, as {@link CodeFile} reads it.
     *
     * @param model that encoded it; only a model with the same hash decodes it
     * @param file the name of the picture
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record OfPicture(String model, String modelHash, String file, float[] code) {}

    public Encode {
        pieces = List.copyOf(pieces);
    }

    /** The codes of pictures, in order. */
    public static List<OfPicture> pictures(ImageSpace space, List<Source.Picture> pictures) {
        float[][] codes =
                space.encode(pictures.stream().map(Source.Picture::image).toList());
        List<OfPicture> entries = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            entries.add(new OfPicture(
                    space.description().name(),
                    space.model().hash(),
                    pictures.get(i).name(),
                    codes[i]));
        }
        return entries;
    }

    /**
     * Encodes them.
     *
     * @throws IllegalArgumentException if one does not fit the model
     */
    public Encoded on(LatentSpace space) {
        List<CodeEntry> entries = new ArrayList<>();
        Set<Remark> remarks = new LinkedHashSet<>();
        for (Source.Music piece : pieces) {
            GivenMusic music = GivenMusic.of(space, piece);
            music.pickup().ifPresent(remarks::add);
            PieceHeader header = space.header(music.passage());
            float[][] codes = space.encode(music.passage());
            music.offGrid().ifPresent(remarks::add);
            music.loss(space).ifPresent(remarks::add);
            for (int window = 0; window < codes.length; window++) {
                entries.add(CodeEntry.of(
                        space, piece.name(), window + 1, music.firstBar(space, window), header, codes[window]));
            }
        }
        return new Encoded(entries, List.copyOf(remarks));
    }
}
