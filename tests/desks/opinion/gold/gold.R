# What R survey says of answers.csv; prints `name value se deff` with 15 digits. Run: Rscript gold.R answers.csv
suppressMessages(library(survey)); options(digits = 15)
a <- read.csv(commandArgs(TRUE)[1], na.strings = c("", "NA"), stringsAsFactors = TRUE)
say <- function(name, m) for (i in seq_along(coef(m))) cat(paste0(name, if (length(coef(m)) > 1) paste0(".", i) else ""),
  format(coef(m)[i], digits = 15), format(SE(m)[i], digits = 15),
  if (is.null(attr(m, "deff"))) "-" else format(as.vector(deff(m))[i], digits = 15), "\n")
one <- svydesign(id = ~village, strata = ~district, weights = ~weight, fpc = ~villages, data = a)
two <- svydesign(id = ~village + household, strata = ~district, fpc = ~villages + households, data = a, nest = TRUE)
say("one.mean", svymean(~score, one, na.rm = TRUE, deff = TRUE))
say("one.total", svytotal(~income, one, deff = TRUE))
say("one.ratio", svyratio(~spent, ~income, one))
p <- svyciprop(~I(heard == "ya"), one); cat("one.prop", format(coef(p), digits = 15), format(attr(p, "ci"), digits = 15), "\n")
say("two.mean", svymean(~score, two, na.rm = TRUE, deff = TRUE))
say("two.total", svytotal(~income, two, deff = TRUE))
for (s in c("L", "P")) say(paste0("two.mean.", s), svymean(~income, subset(two, sex == s)))
for (q in c(.1, .25, .5, .75)) { m <- svyquantile(~income, two, q)[[1]]; cat("two.quantile", q, format(as.vector(m), digits = 15), "\n") }
m <- svychisq(~sex + heard, two); cat("two.independence", format(c(m$statistic, m$parameter, m$p.value), digits = 15), "\n")
sex <- data.frame(sex = c("L", "P"), Freq = c(1650, 1750))
post <- postStratify(two, ~sex, sex)
say("post.mean", svymean(~income, post, deff = TRUE)); say("post.total", svytotal(~spent, post))
total <- c(`(Intercept)` = 3400, sexP = 1750, agemuda = 1300, agetua = 900)
raked <- calibrate(two, ~sex + age, total, calfun = "raking", epsilon = 1e-14, maxit = 200)
say("raked.mean", svymean(~income, raked)); say("raked.total", svytotal(~spent, raked))
w <- weights(raked); cat("raked.kish", format(length(w) * sum(w^2) / sum(w)^2, digits = 15), "\n")
