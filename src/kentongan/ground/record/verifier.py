"""Check an exported diary with nothing but Python: `python verifier.py DIARY.jsonl [HEAD]`.

The file holds one entry per line and after each batch the seal over it. Every entry's SHA-256 is joined to the
head before it; one changed letter, one missing or moved line, and the heads no longer meet. Give the last HEAD
that left the office (by mail, on paper) to see that nothing before it was replaced as a whole. Signatures are
checked by `./kentongan verify`, which has the library for it.
"""

import hashlib
import json
import sys


def seal_digest(previous, digests):
    """The head after these entries, in this order."""
    return hashlib.sha256("\n".join([previous, *digests]).encode("ascii")).hexdigest()


def check(lines, head=None):
    """Yield each fault as a sentence; `head` must be among the heads of the seals."""
    previous, digests, number, heads, line_number = "0" * 64, [], 0, set(), 0
    for line_number, raw in enumerate(lines, start=1):
        line = raw.rstrip("\n")
        try:
            row = json.loads(line)
        except ValueError:
            yield f"line {line_number}: not JSON"
            continue
        if "seal" not in row:
            digests.append(hashlib.sha256(line.encode("ascii", "replace")).hexdigest())
            continue
        number += 1
        if row["seal"] != number:
            yield f"line {line_number}: seal {row['seal']} where seal {number} should stand"
            number = row["seal"]
        if row["previous"] != previous:
            yield f"line {line_number}: seal {number} doesn't follow the head before it"
        if row["count"] != len(digests):
            yield f"line {line_number}: seal {number} was made over {row['count']} entries, {len(digests)} are here"
        if row["head"] != seal_digest(row["previous"], digests):
            yield f"line {line_number}: the head of seal {number} doesn't match its entries"
        previous, digests = row["head"], []
        heads.add(previous)
    if digests:
        yield f"line {line_number}: {len(digests)} entries stand after the last seal"
    if head and head not in heads:
        yield f"the head {head} isn't in this file: it was replaced, cut off, or belongs to another office"


def main(argv):
    """Exit 0 where the chain is whole, 1 where it isn't, 2 for a file that can't be read."""
    if len(argv) not in (2, 3):
        print(__doc__)
        return 2
    try:
        with open(argv[1], encoding="utf-8") as file:  # noqa: PTH123 (stands alone)
            faults = list(check(file, argv[2] if len(argv) == 3 else None))
    except OSError as error:
        print(f"{argv[1]} can't be read: {error}", file=sys.stderr)
        return 2
    print("\n".join(faults) or "The chain is whole.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
