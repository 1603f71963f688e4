// SPDX-License-Identifier: Apache-2.0
// The image that compile-rules made, as it is; found by the header search path of Package.swift.
        .section .rodata
        .balign 4096
        .globl zhailu_image_start
zhailu_image_start:
        .incbin "rules.image"
        .globl zhailu_image_end
zhailu_image_end:
        .section .note.GNU-stack,"",%progbits
