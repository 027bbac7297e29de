package diabolo.inspection;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of files that people give by mistake, known by their first bytes, read as Latin-1. */
enum KnownKind {
    PDF("%PDF", "a PDF document"),
    POSTSCRIPT("%!PS", "a PostScript document"),
    WAV("RIFF", 8, "WAVE", "WAV audio"),
    SOUND_FONT("RIFF", 8, "sfbk", "a SoundFont"),
    AVI("RIFF", 8, "AVI ", "a film"),
    WEBP("RIFF", 8, "WEBP", "a picture"),
    AIFF("FORM", 8, "AIF", "AIFF audio"),
    MP3_WITH_TAG("ID3", "MP3 audio"),
    MP3("\u00FF\u00FB", "MP3 audio"),
    MP3_LOW_RATE("\u00FF\u00F3", "MP3 audio"),
    OGG("OggS", "Ogg audio"),
    FLAC("fLaC", "FLAC audio"),
    MPEG4("", 4, "ftyp", "MPEG-4 audio or film"),
    PNG("\u0089PNG", "a PNG picture"),
    JPEG("\u00FF\u00D8\u00FF", "a JPEG picture"),
    GIF("GIF8", "a GIF picture"),
    EMPTY_ZIP("PK\u0005\u0006", "an empty ZIP archive"),
    GZIP("\u001F\u008B", "a gzip archive"),
    SEVEN_ZIP("7z\u00BC\u00AF", "a 7z archive"),
    RAR("Rar!", "a RAR archive"),
    RICH_TEXT("{\\rtf", "a rich text document"),
    OLD_OFFICE("\u00D0\u00CF\u0011\u00E0", "an old office document"),
    GUITAR_PRO("\u0018FICHIER GUITAR PRO", "a Guitar Pro tablature");

    private final String start;
    private final int laterOffset;
    private final String later;
    private final String description;

    KnownKind(String start, String description) {
        this(start, 0, "", description);
    }

    KnownKind(String start, int laterOffset, String later, String description) {
        this.start = start;
        this.laterOffset = laterOffset;
        this.later = later;
        this.description = description;
    }

    static Optional<KnownKind> of(String head) {
        return Arrays.stream(values()).filter(kind -> kind.fits(head)).findFirst();
    }

    String description() {
        return description;
    }

    private boolean fits(String head) {
        return head.startsWith(start) && head.startsWith(later, laterOffset);
    }
}
