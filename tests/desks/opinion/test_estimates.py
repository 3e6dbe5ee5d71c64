"""Estimates held to R `survey` 4.1-1: the figures of `gold/gold.R` on `gold/answers.py`, to eight digits and more."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from kentongan.desks.opinion.rules import design, estimates
from kentongan.desks.opinion.rules.design import Unsound
from kentongan.desks.opinion.rules.plan import numbers, read_plan, sample_of

GOLD = Path(__file__).parent / "gold"
CLOSE = 1e-11


def _load():
    spec = importlib.util.spec_from_file_location("gold_answers", GOLD / "answers.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rows = module.rows()
    return {name: [row[name] for row in rows] for name in module.COLUMNS}


COLUMNS = _load()
ASK = [{"statistic": "mean", "of": "score"}]
ONE = {"kind": "probability", "weight": "weight", "strata": "district", "clusters": "village", "population": "villages"}
TWO = {
    "kind": "probability",
    "strata": "district",
    "clusters": ["village", "household"],
    "population": ["villages", "households"],
}
SEX = {"sex": {"L": 1650, "P": 1750}}
AGE = {"age": {"muda": 1300, "dewasa": 1200, "tua": 900}}


def sample(words, **more):
    plan = read_plan({**words, **more, "ask": ASK})
    return sample_of(plan, COLUMNS)


def col(name):
    return numbers(COLUMNS[name], name)


def is_(name, value):
    return (np.array(COLUMNS[name]) == value).astype(float)


ONE_STAGE, TWO_STAGE = sample(ONE), sample(TWO)
POST, RAKED = sample(TWO, totals=SEX), sample(TWO, totals=SEX | AGE)
ALL = estimates.everyone(ONE_STAGE)
FIGURES = {
    "one-stage mean": (lambda: estimates.mean(ONE_STAGE, col("score"), ALL),
                       2.54243923617173, 0.0975231335819641, 0.525056641332713),
    "one-stage total": (lambda: estimates.total(ONE_STAGE, col("income"), ALL),
                        6390296.26964286, 527171.662813196, 8.44058057369834),
    "one-stage ratio": (lambda: estimates.ratio(ONE_STAGE, col("spent"), col("income"), ALL),
                        0.764835695379204, 0.00683448939211892, None),
    "two-stage mean with answers missing": (lambda: estimates.mean(TWO_STAGE, col("score"), ALL),
                                            2.54243923617173, 0.118730412219501, 0.778242264330687),
    "two-stage total": (lambda: estimates.total(TWO_STAGE, col("income"), ALL),
                        6390296.26964286, 532029.800890131, 8.59686533413042),
    "two-stage mean of men": (lambda: estimates.mean(TWO_STAGE, col("income"), is_("sex", "L") > 0),
                              1983.47750189378, 96.0276123292088, False),
    "two-stage mean of women": (lambda: estimates.mean(TWO_STAGE, col("income"), is_("sex", "P") > 0),
                                2007.00424751969, 134.561348138859, False),
    "post-stratified mean": (lambda: estimates.mean(POST, col("income"), ALL),
                             1995.58685626006, 96.8022047298154, 2.913580794422),
    "post-stratified total": (lambda: estimates.total(POST, col("spent"), ALL),
                              5191662.54221744, 273621.623894736, False),
    "raked mean": (lambda: estimates.mean(RAKED, col("income"), ALL), 2001.36328878603, 93.9877535162722, False),
    "raked total": (lambda: estimates.total(RAKED, col("spent"), ALL), 5222779.40162952, 272288.731942247, False),
}  # fmt: skip


@pytest.mark.parametrize("name", FIGURES)
def test_each_figure_equals_r_survey(name):
    ask, value, se, deff = FIGURES[name]
    found = ask()
    assert found.value == pytest.approx(value, rel=CLOSE)
    assert found.se == pytest.approx(se, rel=CLOSE)
    if deff is not False:
        assert found.deff == (pytest.approx(deff, rel=CLOSE) if deff else None)


def test_a_share_has_the_logit_interval_of_r_survey():
    found = estimates.proportion(ONE_STAGE, is_("heard", "ya"), ALL)
    assert found.value == pytest.approx(0.567616438172852, rel=CLOSE)
    assert found.interval == pytest.approx((0.444773884324706, 0.682671246420926), rel=1e-9)


@pytest.mark.parametrize(
    ("at", "value", "low", "high", "se"),
    [
        (0.1, 1358, 1163, 1576, 91.2845506032689),
        (0.25, 1631, 1358, 1852, 109.187815975823),
        (0.5, 1995, 1696, 2300, 133.500892407686),
        (0.75, 2362, 2056, 2859, 177.485457952603),
    ],
)
def test_quantiles_with_woodruffs_interval_equal_r_survey(at, value, low, high, se):
    found = estimates.quantile(TWO_STAGE, col("income"), at, ALL)
    assert (found.value, found.interval) == (value, (low, high))
    assert found.se == pytest.approx(se, rel=CLOSE)


def test_the_test_of_independence_equals_r_survey():
    found = estimates.independence(
        TWO_STAGE, design.codes(COLUMNS["sex"]), design.codes(COLUMNS["heard"]), estimates.everyone(TWO_STAGE)
    )
    assert (found.f, *found.degrees) == pytest.approx((0.144688390526175, 1, 9), rel=1e-9)
    assert found.p == pytest.approx(0.712485879087687, rel=1e-9)


def test_kishs_effect_of_raked_weights_equals_r_survey():
    assert RAKED.kish == pytest.approx(1.19708981831963, rel=CLOSE)


def test_raked_weights_reach_every_known_total():
    for column, totals in (SEX | AGE).items():
        reached = {value: RAKED.weights[np.array(COLUMNS[column]) == value].sum() for value in totals}
        assert reached == pytest.approx(totals, rel=1e-12)


def test_raking_settles_with_a_hundred_thousand_answers_too():
    number = 100_000
    place = np.arange(number)
    start = design.Sample(1000 + place % 7 / 3, (design.stage(np.zeros(number, dtype=int), place, None),))
    margins = [(place % 2, np.array([6e7, 7e7])), (place % 3, np.array([5e7, 4e7, 4e7]))]
    raked = design.rake(start, margins)
    for group, totals in margins:
        assert np.bincount(group, weights=raked.weights) == pytest.approx(totals, rel=1e-10)


def test_margins_that_no_weights_can_meet_do_not_settle():
    place = np.arange(40)
    sample_ = design.Sample(np.ones(40), (design.stage(np.zeros(40, dtype=int), place, None),))
    both = place % 2  # the second margin repeats the first with other totals
    with pytest.raises(Unsound, match="doesn't settle"):
        design.rake(sample_, [(both, np.array([30.0, 10.0])), (both, np.array([10.0, 30.0]))])


def test_a_known_total_has_no_sampling_error_left():
    assert estimates.total(POST, is_("sex", "L"), ALL).se == pytest.approx(0, abs=1e-8)


def test_weights_follow_from_the_populations_when_no_column_tells_them():
    assert TWO_STAGE.weights == pytest.approx(ONE_STAGE.weights, rel=1e-12)


def test_households_are_numbered_anew_in_each_village():
    assert len(np.unique(TWO_STAGE.stages[1].clusters)) == len(COLUMNS["sex"])
    assert TWO_STAGE.degrees == 12 - 3


def test_everybody_asked_leaves_no_variance():
    each = np.arange(6)
    census = design.Sample(np.ones(6), (design.stage(np.zeros(6, dtype=int), each, np.full(6, 6.0)),))
    assert estimates.mean(census, np.array([1.0, 2, 3, 4, 3, 2]), estimates.everyone(census)).se == 0


def test_one_cluster_in_a_stratum_is_refused_not_ignored():
    strata = np.array([0, 0, 1, 1])
    clusters = np.array([0, 1, 2, 2])
    lonely = design.Sample(np.ones(4), (design.stage(strata, clusters, None),))
    with pytest.raises(Unsound, match="only one cluster"):
        estimates.mean(lonely, np.arange(4.0), estimates.everyone(lonely))


@pytest.mark.parametrize(
    ("population", "sentence"),
    [
        ([1.5, 1.5, 9, 9], "were drawn out of 1.5"),
        ([9, 9, 9, 8], "two finite populations"),
        ([9, 9, 9, 0], "greater than"),
    ],
)
def test_a_population_that_contradicts_the_sample_is_refused(population, sentence):
    with pytest.raises(Unsound, match=sentence):
        design.stage(np.array([0, 0, 1, 1]), np.arange(4), np.array(population, dtype=float))


def test_margins_of_two_populations_cannot_be_raked():
    with pytest.raises(Unsound, match="different populations: 3400, 3401"):
        sample(TWO, totals=SEX | {"age": {"muda": 1301, "dewasa": 1200, "tua": 900}})


def test_a_group_without_a_known_total_is_named():
    with pytest.raises(Unsound, match="answers with 'P', for which no total is known"):
        sample(TWO, totals={"sex": {"L": 1650}})


def test_the_work_grows_with_the_answers_and_not_with_their_square(monkeypatch):
    calls = 0
    plain = design._one_stratum

    def counted(*args):
        nonlocal calls
        calls += 1
        return plain(*args)

    monkeypatch.setattr(design, "_one_stratum", counted)
    seen = {}
    for number in (500, 1000):
        clusters = np.arange(number) // 2
        first = design.stage(np.zeros(number, dtype=int), clusters, np.full(number, 5000.0))
        second = design.stage(clusters, np.arange(number), np.full(number, 20.0))
        calls = 0
        estimates.mean(
            design.Sample(np.ones(number), (first, second)), np.arange(number, dtype=float), np.ones(number, dtype=bool)
        )
        seen[number] = calls
    assert seen == {500: 251, 1000: 501}


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("Rscript"), reason="no R here; install Debian's r-cran-survey to compare live")
def test_r_itself_gives_the_pinned_figures(tmp_path):
    file = tmp_path / "answers.csv"
    with file.open("w") as out:
        subprocess.run(["python3", str(GOLD / "answers.py")], stdout=out, check=True)
    said = subprocess.run(["Rscript", str(GOLD / "gold.R"), str(file)], capture_output=True, text=True, check=True)
    figures = {line.split()[0]: line.split()[1:] for line in said.stdout.splitlines()}
    assert float(figures["two.total"][1]) == pytest.approx(532029.800890131, rel=1e-12)
    assert float(figures["raked.mean"][1]) == pytest.approx(93.9877535162722, rel=1e-12)
