#include "windows_1252.h"
#include <string.h>

const char *ehc_from_windows_1252(unsigned char byte, char out[5]) {
    /* 0x80 to 0x9f; above, the character has the number of its byte. 0: there is none. */
    static const unsigned short from_80[] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                             0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                             0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                             0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};
    unsigned number = byte >= 0xa0 ? byte : byte >= 0x80 ? from_80[byte - 0x80] : 0;
    memset(out, 0, 5);
    if (number == 0) {
        out[0] = '?';
    } else if (number < 0x800) {
        out[0] = (char)(0xc0 | number >> 6);
        out[1] = (char)(0x80 | (number & 0x3f));
    } else {
        out[0] = (char)(0xe0 | number >> 12);
        out[1] = (char)(0x80 | (number >> 6 & 0x3f));
        out[2] = (char)(0x80 | (number & 0x3f));
    }
    return out;
}
