# What R's package `survey` makes of its own sample of Californian schools (`apistrat`, 200 schools drawn with unequal
# chances): weights raked to two margins of all schools (`apipop`), means with standard errors. Writes two tables to the
# folder that is named; those kept beside this file are what version 4.1 wrote.
suppressPackageStartupMessages(library(survey))
folder <- commandArgs(TRUE)[1]
data(api)

design <- svydesign(ids = ~1, weights = ~pw, data = apistrat)
sizes <- function(name) setNames(as.data.frame(table(apipop[[name]])), c(name, "Freq"))
raked <- rake(design, list(~stype, ~sch.wide), list(sizes("stype"), sizes("sch.wide")),
              control = list(maxit = 1000, epsilon = 1e-15))
apistrat$raked <- weights(raked)
schools <- apistrat[, c("stype", "sch.wide", "both", "api00", "pw", "raked")]
schools$raked <- sprintf("%.10f", schools$raked)
write.csv(schools, file.path(folder, "schools.csv"), row.names = FALSE, quote = FALSE)

# Weights taken as given: what raking knew does not narrow the errors.
given <- svydesign(ids = ~1, weights = ~raked, data = apistrat)
figure <- function(name, mean) data.frame(figure = name, value = coef(mean)[[1]], error = SE(mean)[[1]])
figures <- rbind(
  figure("api00_drawn", svymean(~api00, design)),
  figure("api00_raked", svymean(~api00, given)),
  figure("both_drawn", svymean(~as.numeric(both == "Yes"), design)),
  figure("both_raked", svymean(~as.numeric(both == "Yes"), given))
)
figures[-1] <- lapply(figures[-1], function(column) sprintf("%.10f", column))
write.csv(figures, file.path(folder, "figures.csv"), row.names = FALSE, quote = FALSE)
margins <- rbind(setNames(sizes("stype"), c("group", "size")), setNames(sizes("sch.wide"), c("group", "size")))
write.csv(margins, file.path(folder, "margins.csv"), row.names = FALSE, quote = FALSE)
