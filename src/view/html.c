#include "html.h"
#include "util/fail.h"
#include <string.h>

/* Contrast of every pair of colours is at least 4.5 to 1 for text and 3 to 1 for shapes (WCAG 2.2, 1.4.3 and 1.4.11). */
static const char style[] =
    ":root{color-scheme:light}"
    "*{box-sizing:border-box}"
    "body{margin:0;background:#fff;color:#1a1a1a;font:1rem/1.45 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',"
    "'Liberation Sans',Arial,sans-serif;overflow-wrap:anywhere}"
    "main{max-width:60rem;margin:0 auto;padding:1rem}"
    "h1{font-size:1.5rem;line-height:1.2;margin:0 0 .5rem}"
    "h2{font-size:1.15rem;line-height:1.25;margin:1.4rem 0 .4rem;border-bottom:2px solid #24435c;padding-bottom:.15rem}"
    "h3{font-size:1rem;margin:.7rem 0 .2rem}"
    "p{margin:.3rem 0}"
    "ul{margin:.3rem 0;padding-left:1.2rem}"
    "li{margin:.2rem 0}"
    "a{color:#0b4a8f;text-underline-offset:.15em}"
    "a:focus-visible{outline:3px solid #0b4a8f;outline-offset:2px;background:#ffe9a8;color:#1a1a1a}"
    ".small{font-size:.875rem;color:#454545}"
    "table{border-collapse:collapse;width:100%;font-size:.9375rem}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid #767676;overflow-wrap:break-word}"
    "thead th{border-bottom:2px solid #24435c}"
    "@page{size:A4;margin:10mm 12mm}"
    "@media print{html{font-size:8pt}body{line-height:1.3}main{max-width:none;padding:0}"
    "a{color:inherit;text-decoration:none}h1{margin:0 0 .3rem}h2{margin:.65rem 0 .2rem;break-after:avoid}h3{margin:.3rem 0 "
    ".1rem;break-after:avoid}"
    "tr,li,figure{break-inside:avoid}p,ul,li{margin-top:.1rem;margin-bottom:.1rem}th,td{padding:.12rem .4rem .12rem 0}}";

void html_text(FILE *out, const char *text) {
    while (*text != '\0') {
        size_t bytes;
        const char *shown = ehc_shown(&text, &bytes);
        if (*shown == '&')
            fputs("&amp;", out);
        else if (*shown == '<')
            fputs("&lt;", out);
        else if (*shown == '>')
            fputs("&gt;", out);
        else if (*shown == '"')
            fputs("&quot;", out);
        else if (*shown == '\'')
            fputs("&#39;", out);
        else
            fwrite(shown, 1, bytes, out);
    }
}

void html_element(FILE *out, const char *tag, const char *text) {
    fprintf(out, "<%s>", tag);
    html_text(out, text);
    fprintf(out, "</%.*s>", (int)strcspn(tag, " "), tag);
}

void html_link(FILE *out, const char *url, const char *text) {
    bool web = strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0;
    if (web) {
        fputs("<a href=\"", out);
        html_text(out, url);
        fputs("\">", out);
    }
    html_text(out, text);
    if (web)
        fputs("</a>", out);
}

void html_begin(FILE *out, const char *title, const char *const *styles) {
    fputs("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
          out);
    html_element(out, "title", title);
    fprintf(out, "\n<style>%s", style);
    for (; *styles != NULL; styles++)
        fputs(*styles, out);
    fputs("</style>\n</head>\n<body>\n<main>\n", out);
}

void html_end(FILE *out) {
    fputs("</main>\n</body>\n</html>\n", out);
}
