"""One file per claim: `run(quick: bool) -> Iterator[Figure]`, printed as JSON lines by `./kentongan bench NAME`."""
