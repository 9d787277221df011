"""Prints, for each code on stdin, its title in the ICD-10-CM tabular list of the package simple-icd-10-cm."""

import sys

import simple_icd_10_cm as tabular

for code in sys.stdin.read().split():
    print(f"{code}\t{tabular.get_description(code) if tabular.is_valid_item(code) else ''}")
