"""Prints an HTML file to PDF each time a line comes in, and answers with the seconds it took."""

import sys
import time

from weasyprint import HTML

page = sys.argv[1]
HTML(string="<p>warm</p>").write_pdf()
print("ready", flush=True)
for _ in sys.stdin:
    begun = time.perf_counter()
    HTML(filename=page).write_pdf(page + ".pdf")
    print(time.perf_counter() - begun, flush=True)
