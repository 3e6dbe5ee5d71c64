"""Indonesian: sentences, numbers, dates, quotations, names, stems, canonical text, alignment."""
