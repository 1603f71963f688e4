// SPDX-License-Identifier: Apache-2.0
//
// Reads a text from standard input and writes its records to standard output:
//
//     cc example.c -I . -L FOLDER -lzhailu -o example
//     echo '万达集团减免金额超过40亿元。' | ./example 2020-03-20
#include <stdio.h>
#include <stdlib.h>

#include "zhailu.h"

static char text[1 << 20];

int main(int count, char **arguments) {
  char *error = NULL;
  zhailu *extractor = zhailu_open(NULL, 0, &error);
  if (!extractor) {
    fprintf(stderr, "%s\n", error);
    zhailu_free(error);
    return 2;
  }
  size_t length = fread(text, 1, sizeof text, stdin);
  char *lines = NULL;
  size_t size = 0;
  int32_t status = zhailu_extract(extractor, text, length, "stdin", count > 1 ? arguments[1] : NULL,
                                  ZHAILU_USUAL, &lines, &size);
  if (status == ZHAILU_FINE) {
    fwrite(lines, 1, size, stdout);
    zhailu_free(lines);
  } else {
    fprintf(stderr, "%s\n", zhailu_error(extractor));
  }
  zhailu_close(extractor);
  return status == ZHAILU_FINE ? 0 : 1;
}
