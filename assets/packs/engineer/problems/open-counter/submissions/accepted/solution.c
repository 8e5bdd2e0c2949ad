#include <stdio.h>
#include <stdlib.h>

typedef struct { long start, end; } Shift;

static int by_start(const void *one, const void *other) {
    long a = ((const Shift *)one)->start, b = ((const Shift *)other)->start;
    return (a > b) - (a < b);
}

int main(void) {
    long opening, closing, count, alone = 0;
    if (scanf("%ld %ld %ld", &opening, &closing, &count) != 3) return 1;
    Shift *shifts = malloc((count + 1) * sizeof *shifts);
    for (long i = 0; i < count; i++)
        if (scanf("%ld %ld", &shifts[i].start, &shifts[i].end) != 2) return 1;
    qsort(shifts, count, sizeof *shifts, by_start);
    long covered_until = opening;
    for (long i = 0; i < count && shifts[i].start < closing; i++) {
        if (shifts[i].start > covered_until) {
            alone += shifts[i].start - covered_until;
            covered_until = shifts[i].start;
        }
        if (shifts[i].end > covered_until) covered_until = shifts[i].end;
    }
    if (covered_until < closing) alone += closing - covered_until;
    printf("%ld\n", alone);
    free(shifts);
    return 0;
}
