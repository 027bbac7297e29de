# The front door for those who work on Diabolo. `make help` says what there is.
# Everything runs on the JDK 25 that bin/find-jdk finds.

JDK = $(shell bin/find-jdk)
MVN = JAVA_HOME=$(or $(JDK),$(error without a JDK 25)) mvn -B -q

.PHONY: help build test check format exercises bench fuzz clean

help: ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1\t\2/' | expand -t 12

build: ## build all, without tests
	$(MVN) -DskipTests package

test: ## run the tests
	$(MVN) test

check: ## tests, format and rules: what must pass before a commit
	$(MVN) verify

format: ## format the source
	$(MVN) spotless:apply

exercises: ## check the course in exercises: solvable, empty, and common mistakes caught
	$(MVN) -DskipTests -pl music,autoencoder package
	JAVA_HOME=$(JDK) && export JAVA_HOME && repository=$$(bin/install-modules) && \
	    mvn -B -q -Dmaven.repo.local="$$repository" -f exercises/pom.xml test -Dtest=CourseCheck

bench: ## measure beside the peers that are installed: writes bench/RESULTS.md
	bench/run ALL

SECONDS ?= 60
SEED ?= 1
fuzz: ## give changed files to all readers: make fuzz SECONDS=120 SEED=1
	$(MVN) -pl cli -am test -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.seconds=$(SECONDS) -Dfuzz.seed=$(SEED)

clean: ## remove all that was built
	$(MVN) clean
	rm -rf target
