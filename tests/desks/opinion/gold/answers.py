"""A made-up survey of Tirta Kencana: three districts, villages drawn, households drawn in them. No random numbers.

`python answers.py > answers.csv` writes what `gold.R` reads; the tests use `rows()` directly.
"""

import csv
import sys

DISTRICTS = {"Bukit": (9, 3), "Kencana": (24, 5), "Lembah": (15, 4)}
COLUMNS = (
    "district", "village", "household", "villages", "households", "weight", "sex", "age", "score", "income", "spent", "heard",
)  # fmt: skip


def rows():
    """One row per household that answered; every value by a fixed congruence, some left empty."""
    state = 20261124
    found = []

    def draw(limit):
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return state // 65536 % limit

    for place, (district, (villages, drawn)) in enumerate(DISTRICTS.items()):
        for village in range(1, drawn + 1):
            households = 40 + draw(60)
            taken = 4 + draw(4)
            level = draw(5)
            for household in range(1, taken + 1):
                score = 1 + (draw(5) + level) % 4
                income = 900 + 250 * level + 13 * draw(100)
                spent = income * (60 + draw(35)) // 100
                found.append(
                    {
                        "district": district,
                        "village": f"{district[0]}{village}",
                        "household": str(household),
                        "villages": str(villages),
                        "households": str(households),
                        "weight": repr(villages / drawn * households / taken),
                        "sex": "LP"[draw(2)],
                        "age": ("muda", "dewasa", "tua")[draw(3)],
                        "score": str(score) if draw(12) else "",
                        "income": str(income),
                        "spent": str(spent),
                        "heard": ("ya", "tidak")[(draw(3) + place) % 2],
                    }
                )
    return found


if __name__ == "__main__":
    writer = csv.DictWriter(sys.stdout, COLUMNS)
    writer.writeheader()
    writer.writerows(rows())
