package diabolo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ImageGridPictureTest {

    /** Three images of two by two, in two columns: ink in another corner each, and grey. */
    private static final ImageGridPicture PICTURE = new ImageGridPicture(
            "corners", 2, 2, List.of(new float[] {1, 0, 0, 0}, new float[] {0, 1, 0, 0}, new float[] {0, 0, 0.5f, 2}));

    @Test
    void everyImageStandsInItsRowAndColumn() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PICTURE.toPng()));

        assertThat(image.getWidth()).isEqualTo(PICTURE.width()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(PICTURE.height()).isEqualTo(628);
        assertThat(grey(image, 0, 0)).isZero();
        assertThat(grey(image, 1, 0)).isEqualTo(255);
        assertThat(grey(image, 3, 0)).isZero();
        assertThat(grey(image, 0, 3)).isBetween(120, 135);
        assertThat(grey(image, 1, 3)).isZero(); // beyond 1 there is nothing but ink
        assertThat(grey(image, 3, 3)).isEqualTo(255); // no fourth image
    }

    @Test
    void theSvgHoldsTheSamePixels() throws Exception {
        Element element = (Element)
                Svg.of(PICTURE).document().getElementsByTagName("image").item(0);
        String data = element.getAttribute("href");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(data.substring("data:image/png;base64,".length()))));

        assertThat(element.getAttribute("width")).isEqualTo("600");
        assertThat(image.getWidth()).isEqualTo(4);
        assertThat(image.getHeight()).isEqualTo(4);
        assertThat(image.getRaster().getSample(3, 0, 0)).isZero();
        assertThat(image.getRaster().getSample(2, 0, 0)).isEqualTo(255);
    }

    @Test
    void imagesOfUnequalSizeAreRefused() {
        assertThatThrownBy(() -> new ImageGridPicture("", 1, 2, List.of(new float[4], new float[6])))
                .hasMessageContaining("one had 4 pixels and one 6");
        assertThatThrownBy(() -> new ImageGridPicture("", 1, 3, List.of(new float[4])))
                .hasMessageContaining("no rows of 3");
        assertThatThrownBy(() -> new ImageGridPicture("", 1, 3, List.of())).hasMessageContaining("at least one");
    }

    /** In the middle of a pixel of the grid, of which each is 150 wide. */
    private static int grey(BufferedImage image, int column, int row) {
        return image.getRGB(column * 150 + 75, 28 + row * 150 + 75) & 0xFF;
    }
}
