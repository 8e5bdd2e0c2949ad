import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.Arrays;

public class Main {
    public static void main(String[] args) throws IOException {
        StreamTokenizer words = new StreamTokenizer(new InputStreamReader(System.in));
        long opening = next(words), closing = next(words);
        long[][] shifts = new long[(int) next(words)][];
        for (int i = 0; i < shifts.length; i++) shifts[i] = new long[] {next(words), next(words)};
        Arrays.sort(shifts, (one, other) -> Long.compare(one[0], other[0]));
        long alone = 0, coveredUntil = opening;
        for (long[] shift : shifts) {
            long start = Math.min(shift[0], closing);
            alone += Math.max(0, start - coveredUntil);
            coveredUntil = Math.max(Math.max(coveredUntil, start), Math.min(shift[1], closing));
        }
        System.out.println(alone + closing - coveredUntil);
    }

    private static long next(StreamTokenizer words) throws IOException {
        words.nextToken();
        return (long) words.nval;
    }
}
